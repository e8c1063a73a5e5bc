const testPaths = [
  /(^|\/)(__tests__|__mocks__|__fixtures__|__snapshots__|tests?|specs?|fixtures)\//i,
  /\.(test|spec|e2e)\.[cm]?[jt]sx?$/,
  /(^|\/)test\.[cm]?[jt]s$/,
  /(^|\/)(test_[^/]+|[^/]+_test|conftest)\.py$/,
  /Test\.php$/,
  /_test\.go$/,
]

/** Whether a path holds tests or what only tests use. */
export function isTestPath(path: string): boolean {
  return testPaths.some((pattern) => pattern.test(path))
}

/** Words of a person that ask for existing tests to be changed in ways that could weaken them. */
const asked =
  /\b(delete|remove|drop|skip|disable|rewrite|replace|rework|restructure|move|migrate|convert|split|merge|simplif(?:y|ies)|clean ?up|supprimer?|enlever|remplacer?|désactiver)\b[^.!?\n]*\b(tests?|specs?|assertions?|suite)\b/i

const cases =
  /(?<![\w.$])(?:it|test|specify)(?:\.each\s*\([^)]*\))?\s*\(|^\s*(?:async )?def test_|^func Test|function test\w*\(|#\[test\]|@Test\b/gm
const skips =
  /\b(?:it|test|describe|context|suite)\.(?:skip|todo|fails|failing|skipIf|only|fixme)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\s*\(|\bskip:\s*(?:true|['"`])|\bthis\.skip\(|\bt\.Skip|@(?:pytest\.mark\.(?:skip|xfail)|unittest\.(?:skip|expectedFailure)|Disabled|Ignore)\b|#\[ignore\]|markTest(?:Skipped|Incomplete)/g
const assertions =
  /\b(?:assert|expect|should|ok|equal|deepEqual|strictEqual|throws|rejects)\w*\s*[.(]|^\s*assert\b|\$this->assert|\bself\.assert|assert_(?:eq|ne)!|\bt\.(?:Error|Fatal)/gm

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

export interface TestChange {
  path: string
  /** Null: the file is new. */
  before: string | null
  /** Null: the file is gone. */
  after: string | null
}

/**
 * How a change makes existing tests say less, each a sentence; empty when it does not, or when the
 * person's own words ask for it. Counted, not understood: fewer cases or assertions over all changed
 * test files, files that are gone, and new marks that skip or single out a test.
 */
export function weakenedTests(changes: readonly TestChange[], task: string): string[] {
  if (asked.test(task)) return []
  const before = changes.map((change) => change.before ?? '').join('\n')
  const after = changes.map((change) => change.after ?? '').join('\n')
  const sentences = changes
    .filter((change) => change.before !== null && change.after === null)
    .map(({ path }) => `${path} is deleted, and with it ${count(before, cases)} tests`)
  const cut = (noun: string, pattern: RegExp) => {
    const [had, has] = [count(before, pattern), count(after, pattern)]
    if (has < had) sentences.push(`the changed test files have ${has} ${noun} where there were ${had}`)
  }
  cut('test cases', cases)
  cut('assertions', assertions)
  const [skippedBefore, skippedAfter] = [count(before, skips), count(after, skips)]
  if (skippedAfter > skippedBefore)
    sentences.push(`${skippedAfter - skippedBefore} tests are newly skipped or singled out`)
  return sentences
}
