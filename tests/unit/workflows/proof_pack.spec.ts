import type { Plan } from '@agentops/engine/contract'
import { test } from '@japa/runner'
import { changeRequestTitle, type ProofPack, proofPack } from '#workflows/services/proof_pack'
import { notRun } from '#workflows/verification/rule'
import type { Verdict } from '#workflows/verification/verdict'

const report = (passed: number) => ({
  passed,
  failed: 0,
  skipped: 0,
  total: passed,
  unit: 'tests' as const,
  failures: [],
})
const run = (passed: number) => ({ exitCode: 0, stoppedBy: null, durationMs: 1, report: report(passed) })

const green: Verdict = {
  ...notRun('12 tests pass.'),
  ...run(12),
  ruling: 'green',
  command: 'node --test',
  base: run(10),
  newTests: [{ name: 'adds `two` numbers', redBefore: true }],
  coverage: {
    before: { covered: 10, total: 20, pct: 50 },
    after: { covered: 19, total: 20, pct: 95 },
    changes: [],
  },
}

const pack = (change: Partial<ProofPack> = {}) =>
  proofPack({
    task: 'Add numbers',
    url: 'https://agentops.example.test/workflows/1',
    plan: null,
    summary: 'Adds them.',
    verdict: green,
    costMicros: 12_300,
    models: ['small'],
    issue: null,
    ...change,
  })

test.group('The proof pack', () => {
  test('says what was proven, before and after, for how much', ({ assert }) => {
    const text = pack()
    assert.include(text, '| Tests | 10 passed, 0 failed, 0 skipped | 12 passed, 0 failed, 0 skipped |')
    assert.include(text, '| Lines covered | 50.0 % | 95.0 % |')
    assert.include(text, '``adds `two` numbers`` — red before, green after')
    assert.include(text, '$0.01 with `small`')
    assert.include(text, 'https://agentops.example.test/workflows/1')
  })

  test('does not claim a proof that there is not', ({ assert }) => {
    const text = pack({ verdict: notRun('No test command was found.') })
    assert.include(text, 'nothing is proven')
    assert.notInclude(text, 'Verified')
  })

  test('says which proposed tests there are, and how much the tests noticed before and after', ({
    assert,
  }) => {
    const strength = { of: 9, cutShort: false, durationMs: 1, survivors: [] }
    const verdict: Verdict = {
      ...green,
      strengthBefore: { ...strength, grade: 'weak', noticed: 0, missed: 8 },
      strength: { ...strength, grade: 'strong', noticed: 9, missed: 0 },
      proposedTests: [
        { path: 'test/a.test.ts', name: 'adds', state: 'proves' },
        { path: 'test/a.test.ts', name: 'adds `nothing`', state: 'missing' },
      ],
    }
    const text = pack({ verdict })
    assert.include(text, '| Planted mistakes noticed | 0 of 8, weak | 9 of 9, strong |')
    assert.include(text, '- `adds` in `test/a.test.ts` — red before, green after')
    assert.match(text, /adds `nothing`.* in `test\/a\.test\.ts` — \*\*missing\*\*/)
  })

  test('closes the issue it came from and no other', ({ assert }) => {
    const issue = { kind: 'issue' as const, number: 7, url: '', title: '' }
    const text = pack({ issue, task: 'Fixes #1', summary: 'closes: #2 and resolves octo/cat#3' })
    const closing = [...text.matchAll(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+\S*#(\d+)/gi)]
    assert.deepEqual(
      closing.map(([, number]) => number),
      ['7']
    )
  })

  test('sends no mention and makes no HTML out of what others wrote', ({ assert }) => {
    const text = pack({
      summary: 'Ask @everyone <img src=x onerror=alert(1)>',
      task: 'Line\n<!-- hidden -->',
    })
    assert.notMatch(text, /@everyone/)
    assert.notMatch(text, /<img|<!--/)
  })

  test('closes nothing in any of the ways that hosts know', ({ assert }) => {
    for (const text of [
      'Closing #2',
      'Fixes https://gitlab.example.test/octo/cat/-/issues/2',
      'resolves https://github.com/octo/cat/issues/2',
      'fix issue #2',
      'Closes GH-2',
      'implements SHOP-2',
    ]) {
      const [verb] = text.split(' ')
      assert.notInclude(pack({ summary: text }), `${verb} `, text)
      const verdict = { ...green, newTests: [{ name: text, redBefore: null }] } as Verdict
      assert.notInclude(pack({ verdict }), `${verb} `, `in code: ${text}`)
    }
  })

  test('commands nothing: a line that a host would obey is text', ({ assert }) => {
    const plan = { steps: ['One\n/approve'], risks: ['none\n  /merge'], files: [] } as unknown as Plan
    const text = pack({ summary: 'Done.\n/merge\n/assign me', plan })
    assert.notMatch(text, /^\s*\/[a-z]/im)
  })

  test('has a title of one line', ({ assert }) => {
    assert.equal(changeRequestTitle('Add numbers\n\nand more'), 'Add numbers')
    assert.isAtMost(changeRequestTitle('x'.repeat(500)).length, 120)
  })
})
