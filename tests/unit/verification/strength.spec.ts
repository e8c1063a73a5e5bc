import type { Mutant } from '@agentops/engine/contract'
import { test } from '@japa/runner'
import type { Sandbox } from '#workflows/sandbox/contract'
import { changedLines } from '#workflows/verification/changed_lines'
import { checksIn, compareChecks } from '#workflows/verification/checks'
import { measureStrength, strengthSentence } from '#workflows/verification/strength'
import { verifyPatch } from '#workflows/verification/verify'
import { Checkouts, limits, project, realSandbox } from './checkout_fixture.js'

const source =
  'export const add = (a: number, b: number) => a + b\nexport const spare = (a: number) => a * 2\n'
const files = {
  ...project,
  'src/sum.ts': source,
  'tests/sum.test.ts': `import assert from 'node:assert/strict'\nimport { test } from 'node:test'\nimport { add } from '../src/sum.ts'\ntest('adds', () => assert.equal(add(2, 3), 5))\n`,
}

const planted = (original: string, replacement: string, line: number): Mutant => {
  const start = source.indexOf(original)
  return {
    path: 'src/sum.ts',
    line,
    start,
    end: start + original.length,
    original,
    replacement,
    operator: 'arithmetic',
    within: null,
  }
}

test.group('The strength of a proof | in the real sandbox', (group) => {
  let sandbox: Sandbox
  let checkouts: Checkouts
  group.setup(async () => {
    sandbox = await realSandbox()
  })
  group.each.setup(() => {
    checkouts = new Checkouts()
    return () => checkouts.remove()
  })
  group.each.timeout(60_000)

  const base = () => ({
    sandbox,
    runner: 'node:test' as const,
    limits,
    network: { kind: 'none' as const },
    coverage: false,
    sourceFiles: [],
  })

  test('counts what the tests notice, and leaves the code as it was', async ({ assert }) => {
    const dir = checkouts.create(files)
    const strength = await measureStrength({
      ...base(),
      dir,
      command: 'node --test tests/sum.test.ts',
      mutants: [
        planted('a + b', 'a - b', 1),
        planted('a * 2', 'a / 2', 2),
        planted('=> a + b', '=> { for (;;); }', 1),
      ],
      of: 9,
      contents: new Map([['src/sum.ts', source]]),
      reached: null,
      budgetMs: 60_000,
      testMs: 500,
    })
    assert.containSubset(strength, { grade: 'fair', noticed: 2, missed: 1, of: 9, cutShort: false })
    assert.containSubset(strength.survivors, [{ original: 'a * 2', replacement: 'a / 2', reached: true }])
    assert.equal(
      strengthSentence(strength),
      'fair proof: the tests notice 2 of 3 mistakes planted around the change'
    )
  })

  test('what no test runs is missed without a run, and the budget ends it', async ({ assert }) => {
    const dir = checkouts.create(files)
    const mutants = Array.from({ length: 5 }, () => planted('a * 2', 'a / 2', 2))
    const input = { ...base(), dir, command: 'exit 1', mutants, of: 5, contents: new Map(), testMs: 1 }
    const reached = [{ path: 'src/sum.ts', executable: [1, 2], covered: [1] }]
    const weak = await measureStrength({ ...input, reached, budgetMs: 60_000 })
    assert.containSubset(weak, { grade: 'weak', noticed: 0, missed: 5 })
    const none = await measureStrength({ ...input, reached, budgetMs: -1 })
    assert.containSubset(none, { grade: 'unknown', noticed: 0, missed: 0, cutShort: true })
  })

  test('tests that fail at first and pass then are called flaky', async ({ assert }) => {
    const baseDir = checkouts.create(project)
    const flaky = `import { existsSync, writeFileSync } from 'node:fs'\nimport { test } from 'node:test'\ntest('sometimes', () => {\n  if (existsSync('ran')) return\n  writeFileSync('ran', '')\n  throw new Error('not yet')\n})\n`
    const { verdict } = await verifyPatch({
      ...base(),
      baseDir,
      patchedDir: checkouts.copy(baseDir, { 'tests/flaky.test.ts': flaky }),
      command: 'node --test',
      install: null,
    })
    assert.equal(verdict.ruling, 'green')
    assert.deepEqual(
      verdict.flakes?.flaky.map(({ name }) => name),
      ['sometimes']
    )
    assert.include(verdict.proof, '1 test failed at first and then passed 2 times, so it is flaky')
  })

  test('new tests are red without the rest of the patch, and a new failing check is red', async ({
    assert,
  }) => {
    const baseDir = checkouts.create(project)
    const triple = { 'src/triple.ts': 'export const triple = (a: number) => a * 3\n' }
    const proof = {
      'tests/triple.test.ts': `import assert from 'node:assert/strict'\nimport { test } from 'node:test'\ntest('triples', async () => {\n  const { triple } = await import('../src/triple.ts')\n  assert.equal(triple(2), 6)\n})\n`,
    }
    const sides = {
      ...base(),
      baseDir,
      patchedDir: checkouts.copy(baseDir, { ...triple, ...proof }),
      testsAloneDir: checkouts.copy(baseDir, proof),
      command: 'node --test',
      install: null,
    }
    const { verdict } = await verifyPatch(sides)
    assert.deepEqual(verdict.newTests, [{ name: 'triples', redBefore: true, greenAfter: true }])
    assert.include(verdict.proof, '1 new test fails without the change')
    const checks = [{ name: 'types' as const, command: 'test ! -e src/triple.ts' }]
    const checked = await verifyPatch({ ...sides, checks })
    assert.equal(checked.verdict.ruling, 'red')
    assert.include(checked.verdict.proof, 'The tests pass, but `test ! -e src/triple.ts` fails')
  })
})

test.group('What a verdict is made of', () => {
  test('checks are those that the project has, and change nothing', ({ assert }) => {
    const scripts = { lint: 'eslint .', typecheck: 'tsc --noEmit', 'lint:fix': 'eslint --fix .', test: 'x' }
    const found = checksIn(JSON.stringify({ scripts }), (script) => `npm run ${script}`)
    assert.deepEqual(found, [
      { name: 'lint', command: 'npm run lint' },
      { name: 'types', command: 'npm run typecheck' },
    ])
    assert.isEmpty(checksIn(JSON.stringify({ scripts: { lint: 'eslint --fix .' } }), String))
    assert.isEmpty(checksIn('no json', String))
  })

  test('a check that failed before says nothing about the change', ({ assert }) => {
    const run = (exitCode: number) => [{ name: 'lint' as const, command: 'lint', exitCode, output: 'out' }]
    const states = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
    ].map(([before, after]) => compareChecks(run(before!), run(after!))[0]!.state)
    assert.deepEqual(states, ['passes', 'fails newly', 'fails as before', 'mended'])
  })

  test('changed lines are those of the new side', ({ assert }) => {
    const patch = `diff --git a/a.js b/a.js
index 1..2 100644
--- a/a.js
+++ b/a.js
@@ -1,3 +1,4 @@
 one
-two
+zwei
+drei
 vier
@@ -10,2 +11,1 @@
 zehn
-elf
diff --git a/gone.js b/gone.js
deleted file mode 100644
--- a/gone.js
+++ /dev/null
@@ -1 +0,0 @@
-x
diff --git a/new.js b/new.js
new file mode 100644
--- /dev/null
+++ b/new.js
@@ -0,0 +1,2 @@
+a
+b
`
    assert.deepEqual(changedLines(patch), [
      { path: 'a.js', lines: [2, 3, 12] },
      { path: 'new.js', lines: [1, 2] },
    ])
  })
})
