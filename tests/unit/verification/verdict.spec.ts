import { test } from '@japa/runner'
import { makeReport, type TestFailure } from '#workflows/verification/report'
import { notRun, rule } from '#workflows/verification/rule'
import type { RuleInput } from '#workflows/verification/rule_input'
import type { TestRun } from '#workflows/verification/test_run'
import type { VerdictCoverage } from '#workflows/verification/verdict'

const failure = (name: string, file = 'a.test.ts', line = 1): TestFailure => ({
  name,
  message: 'no',
  file,
  line,
})

const run = (
  passed: number,
  failures: TestFailure[] = [],
  more: Partial<TestRun> & { skipped?: number } = {}
): TestRun => {
  const { skipped = 0, ...rest } = more
  const report = makeReport({ passed, failed: failures.length, skipped }, failures)
  return { exitCode: failures.length > 0 ? 1 : 0, stoppedBy: null, durationMs: 10, report, ...rest }
}

const judge = (base: TestRun | null, after: RuleInput['after'], more: Partial<RuleInput> = {}) =>
  rule({
    command: 'npm test',
    runner: 'node:test',
    base,
    after,
    coverage: null,
    checkedAt: new Date('2026-05-01T10:00:00Z'),
    ...more,
  })

const pct = (value: number) => ({ covered: value * 10, total: 1000, pct: value })

test.group('Verdict | green', () => {
  test('exit code 0, tests ran, none failed', ({ assert }) => {
    const coverage: VerdictCoverage = { before: pct(61.2), after: pct(74), changes: [] }
    const verdict = judge(run(39), run(42), { coverage, newTests: [{ name: 'adds', redBefore: true }] })
    assert.equal(verdict.ruling, 'green')
    assert.equal(
      verdict.proof,
      '42 tests passed (3 new), none failed; 1 new test fails without the change; line coverage 61.2 % → 74.0 %'
    )
    assert.deepInclude(verdict, {
      version: 1,
      exitCode: 0,
      durationMs: 10,
      checkedAt: '2026-05-01T10:00:00.000Z',
    })
    assert.deepEqual(verdict.newTests, [{ name: 'adds', redBefore: true }])
    assert.deepEqual(JSON.parse(JSON.stringify(verdict)), verdict)
  })

  test('a red base that the patch repairs', ({ assert }) => {
    const verdict = judge(run(1, [failure('x')]), run(2))
    assert.equal(verdict.ruling, 'green')
    assert.equal(verdict.proof, '2 tests passed, none failed')
  })

  test('without a base nothing is compared', ({ assert }) => {
    assert.equal(judge(null, run(1)).proof, '1 test passed, none failed')
  })

  test('missing tests and skipped ones are said', ({ assert }) => {
    const verdict = judge(run(9), run(3, [], { skipped: 2 }))
    assert.equal(verdict.ruling, 'green')
    assert.equal(verdict.proof, '3 tests passed (4 fewer than before), none failed, 2 skipped')
  })

  test('coverage that only the patched side has', ({ assert }) => {
    const coverage = { before: null, after: pct(50), changes: [] }
    assert.equal(judge(null, run(2), { coverage }).proof, '2 tests passed, none failed; line coverage 50.0 %')
    const lost = { before: pct(50), after: null, changes: [] }
    assert.equal(judge(null, run(2), { coverage: lost }).proof, '2 tests passed, none failed')
  })

  test('packages are called packages', ({ assert }) => {
    const report = makeReport({ passed: 3, failed: 0, skipped: 0, unit: 'packages' })
    assert.equal(judge(null, run(0, [], { report })).proof, '3 packages passed, none failed')
  })
})

test.group('Verdict | red', () => {
  test('a new failure', ({ assert }) => {
    const verdict = judge(run(2), run(1, [failure('x')]))
    assert.equal(verdict.ruling, 'red')
    assert.deepEqual(verdict.regressions, [failure('x')])
    assert.equal(verdict.proof, '1 of 2 tests failed')
  })

  test('a new failure beside an old one', ({ assert }) => {
    const verdict = judge(run(2, [failure('old')]), run(1, [failure('old', 'a.test.ts', 9), failure('new')]))
    assert.equal(verdict.ruling, 'red')
    assert.deepEqual(verdict.regressions, [failure('new')])
    assert.deepEqual(verdict.knownFailures, [failure('old', 'a.test.ts', 9)])
    assert.equal(verdict.proof, '2 of 3 tests failed (1 newly, 1 as before)')
  })

  test('the same name in another file is another test', ({ assert }) => {
    assert.equal(judge(run(1, [failure('x', 'a.ts')]), run(1, [failure('x', 'b.ts')])).ruling, 'red')
  })

  test('two failures of a name where there was one', ({ assert }) => {
    const twice = [failure('x', 'a.ts', 1), failure('x', 'a.ts', 5)]
    assert.lengthOf(judge(run(1, [failure('x', 'a.ts', 1)]), run(1, twice)).regressions, 1)
  })

  test('a failing exit code although all passed', ({ assert }) => {
    const verdict = judge(run(3), run(3, [], { exitCode: 1 }))
    assert.equal(verdict.ruling, 'red')
    assert.equal(verdict.proof, 'The command ended with exit code 1 although no test is reported as failed')
  })

  test('failures although the exit code is 0', ({ assert }) => {
    const verdict = judge(null, run(1, [failure('x')], { exitCode: 0 }))
    assert.equal(verdict.ruling, 'red')
    assert.equal(verdict.proof, '1 of 2 tests failed, although the command ended with exit code 0')
  })

  test('stopped by a limit, even after a green summary', ({ assert }) => {
    const stoppedBy = 'stopped: memory limit 1 GiB'
    const verdict = judge(null, run(3, [], { exitCode: null, stoppedBy }))
    assert.deepInclude(verdict, { ruling: 'red', stoppedBy, proof: 'Stopped: memory limit 1 GiB' })
    assert.equal(judge(null, run(3, [], { exitCode: 0, stoppedBy })).ruling, 'red')
  })

  test('ended by a signal', ({ assert }) => {
    assert.equal(judge(null, run(3, [], { exitCode: null })).ruling, 'red')
  })

  test('a failing exit code without a summary, whatever the base did', ({ assert }) => {
    const broken: TestRun = { exitCode: 1, stoppedBy: null, durationMs: 1, report: null }
    assert.equal(judge(broken, broken).ruling, 'red')
    assert.equal(judge(null, broken).proof, 'The command ended with exit code 1 and no readable test summary')
  })

  test('failures that are counted but not named cannot be called old', ({ assert }) => {
    const unnamed = (failed: number) =>
      run(1, [], { exitCode: 1, report: makeReport({ passed: 1, failed, skipped: 0 }) })
    assert.equal(judge(unnamed(2), unnamed(2)).ruling, 'red')
    const partly = run(1, [], {
      exitCode: 1,
      report: makeReport({ passed: 1, failed: 2, skipped: 0 }, [failure('x')]),
    })
    assert.equal(judge(partly, partly).ruling, 'red')
  })

  test('a base that was stopped excuses nothing', ({ assert }) => {
    const stopped = run(1, [failure('x')], { stoppedBy: 'stopped: wall time limit 10 min', exitCode: null })
    assert.equal(judge(stopped, run(1, [failure('x')])).ruling, 'red')
  })
})

test.group('Verdict | neither', () => {
  test('the same failures as before are not verified', ({ assert }) => {
    const verdict = judge(run(2, [failure('x')]), run(3, [failure('x', 'a.test.ts', 7)]))
    assert.equal(verdict.ruling, 'known_failures')
    assert.isEmpty(verdict.regressions)
    assert.equal(verdict.proof, 'Not verified: 1 test failed as before the change, none newly')
  })

  test('the same failing exit code with all passed, as before', ({ assert }) => {
    const verdict = judge(run(2, [], { exitCode: 1 }), run(3, [], { exitCode: 1 }))
    assert.equal(verdict.ruling, 'known_failures')
    assert.include(verdict.proof, 'as before the change, although no test failed')
    assert.equal(judge(run(2, [], { exitCode: 1 }), run(1, [], { exitCode: 1 })).ruling, 'red')
  })

  test('no test ran', ({ assert }) => {
    assert.equal(judge(null, run(0)).ruling, 'no_tests')
    const skipped = judge(run(2), run(0, [], { skipped: 2 }))
    assert.equal(skipped.ruling, 'no_tests')
    assert.equal(
      skipped.proof,
      'Not verified: the command ended with exit code 0, but no test ran, 2 skipped'
    )
  })

  test('exit code 0 without a summary', ({ assert }) => {
    const verdict = judge(run(2), { exitCode: 0, stoppedBy: null, durationMs: 1, report: null })
    assert.equal(verdict.ruling, 'no_tests')
    assert.include(verdict.proof, 'nothing that shows a test ran')
  })

  test('not run, with its reason', ({ assert }) => {
    const verdict = judge(run(2), { notRun: 'The tests were not run: no sandbox' })
    assert.deepInclude(verdict, {
      ruling: 'not_run',
      exitCode: null,
      report: null,
      proof: 'The tests were not run: no sandbox',
    })
    assert.deepInclude(notRun('No test command was found.'), {
      ruling: 'not_run',
      command: null,
      proof: 'No test command was found.',
    })
  })
})
