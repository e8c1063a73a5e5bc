import type { FileEdit, ProposedTests } from '@agentops/engine/contract'
import type { TestReport } from './report.js'
import type { ProposedTest, Verdict } from './verdict.js'

/**
 * What became of the tests that were said to prove the change. Runners do not name what passes, so a test that
 * never failed is looked for in its file, and counted as run only where there are more tests than before.
 */
export function compareProposed(
  verdict: Verdict,
  proposed: readonly ProposedTests[],
  edits: readonly FileEdit[]
): ProposedTest[] {
  const texts = new Map(edits.flatMap((edit) => (edit.kind === 'write' ? [[edit.path, edit.content]] : [])))
  return proposed.flatMap(({ path, proves }) =>
    proves.map((name) => ({ path, name, state: stateOf(verdict, { path, name, text: texts.get(path) }) }))
  )
}

interface Proposal {
  path: string
  name: string
  text: string | undefined
}

function stateOf(verdict: Verdict, proposal: Proposal): ProposedTest['state'] {
  const { report, testsAlone, base, ruling } = verdict
  const alone = testsAlone?.report ?? null
  const redAfter = fails(report, proposal)
  const redBefore = fails(alone, proposal)
  if (!redAfter && !redBefore && !mentions(proposal)) return 'missing'
  if (redAfter) return 'fails'
  if (ruling === 'not_run' || ruling === 'no_tests' || !report) return 'not_run'
  if (redBefore) return 'proves'
  if (base?.report && report.unit === 'tests' && report.total <= base.report.total) return 'not_run'
  return alone ? 'passes_before' : 'untried'
}

/** By its name, or with its whole file, which without the change often does not even load. */
function fails(report: TestReport | null, { path, name }: Proposal): boolean {
  return (report?.failures ?? []).some(
    (failure) => sameTest(failure.name, name) || failure.name === path || failure.name.endsWith(`/${path}`)
  )
}

const mentions = ({ text, name }: Proposal) => text?.includes(lastOf(name)) ?? false

/** Runners put the names of suites before that of a test, each in its own way. */
function sameTest(reported: string, name: string): boolean {
  const [long, short] = [plain(reported), plain(name)]
  return long === short || long.endsWith(` ${short}`) || short.endsWith(` ${long}`)
}

const separators = /\s+(?:>|›|»|\/|::|-)\s+|::/g
const plain = (name: string) => name.replace(separators, ' ').replace(/\s+/g, ' ').trim().toLowerCase()
const lastOf = (name: string) => name.split(separators).at(-1)!.trim()
