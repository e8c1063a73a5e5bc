import { test } from '@japa/runner'
import { compareProposed } from '#workflows/verification/proposed'
import { makeReport } from '#workflows/verification/report'
import { notRun } from '#workflows/verification/rule'
import type { TestRun } from '#workflows/verification/test_run'
import type { Verdict } from '#workflows/verification/verdict'

const path = 'test/sum.test.ts'
const edits = [
  {
    kind: 'write' as const,
    path,
    content: "test('adds two', run)\ndescribe('sum', () => it('adds none', run))\n",
  },
]
const failure = (name: string) => ({ name, message: 'not equal' })
const run = (passed: number, names: string[] = []): TestRun => ({
  exitCode: names.length > 0 ? 1 : 0,
  stoppedBy: null,
  durationMs: 1,
  report: makeReport({ passed, failed: names.length, skipped: 0 }, names.map(failure)),
})
const verdict = (change: Partial<Verdict>): Verdict => ({
  ...notRun('-'),
  ruling: 'green',
  base: run(1),
  ...run(3),
  ...change,
})
const statesOf = (one: Verdict, ...proves: string[]) =>
  compareProposed(one, [{ path, proves }], edits).map(({ state }) => state)

test.group('Tests that were to prove a change', () => {
  test('prove it when they fail without it alone, under whatever name the runner gives', ({ assert }) => {
    const names = ['adds two', 'sum > adds none']
    for (const reported of [names, ['adds two', 'sum adds none'], ['adds two', 'adds none']])
      assert.deepEqual(statesOf(verdict({ testsAlone: run(1, reported) }), ...names), ['proves', 'proves'])
    assert.deepEqual(statesOf(verdict({ testsAlone: run(1, [path]) }), 'adds two'), ['proves'])
  })

  test('are said to be missing, not to prove anything, to fail, or not to have run', ({ assert }) => {
    const alone = run(1, ['adds two'])
    assert.deepEqual(statesOf(verdict({ testsAlone: alone }), 'adds three', 'adds none'), [
      'missing',
      'passes_before',
    ])
    assert.deepEqual(statesOf(verdict({}), 'adds two'), ['untried'])
    assert.deepEqual(statesOf(verdict({ base: run(3), testsAlone: run(3) }), 'adds two'), ['not_run'])
    assert.deepEqual(statesOf(verdict({ ruling: 'red', ...run(2, ['adds two']) }), 'adds two'), ['fails'])
    assert.deepEqual(statesOf(notRun('No command.'), 'adds two', 'adds three'), ['not_run', 'missing'])
  })
})
