import type { FailureDifference } from './failures.js'
import type { TestReport } from './report.js'
import type { RuleInput } from './rule_input.js'
import type { TestRun } from './test_run.js'
import type { Ruling, VerdictCoverage } from './verdict.js'

type Facts = RuleInput & FailureDifference & { ruling: Ruling }

/** One honest sentence: what was seen, and where that proves nothing, that. */
export function proofOf(facts: Facts): string {
  if ('notRun' in facts.after) return capitalized(facts.after.notRun)
  const told = withNewTests(sentences[facts.ruling](facts, facts.after), facts)
  return capitalized(withFlakes(withCoverage(told, facts), facts))
}

function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

const sentences: Record<Ruling, (facts: Facts, run: TestRun) => string> = {
  green: (facts, run) => `${passed(facts, run.report!)}, none failed${skipped(run.report!)}`,
  red: redSentence,
  known_failures: (facts, run) =>
    facts.knownFailures.length > 0
      ? `not verified: ${count(facts.knownFailures.length, 'test')} failed as before the change, none newly`
      : `not verified: the command ended with exit code ${run.exitCode} as before the change, although no test failed`,
  no_tests: (_, run) =>
    run.report
      ? `not verified: the command ended with exit code 0, but no test ran${skipped(run.report)}`
      : 'not verified: the command ended with exit code 0, but said nothing that shows a test ran',
  not_run: () => 'not run',
}

function redSentence(facts: Facts, run: TestRun): string {
  const check = facts.checks?.find(({ state }) => state === 'fails newly')
  if (check && run.exitCode === 0 && run.stoppedBy === null && run.report?.failed === 0)
    return `the tests pass, but \`${check.command}\` fails, which it did not before the change`
  if (run.stoppedBy !== null) return run.stoppedBy
  if (run.exitCode === null) return 'the test command was ended by a signal'
  if (!run.report) return `the command ended with exit code ${run.exitCode} and no readable test summary`
  const { failed, total } = run.report
  if (failed === 0)
    return `the command ended with exit code ${run.exitCode} although no test is reported as failed`
  const code = run.exitCode === 0 ? ', although the command ended with exit code 0' : ''
  return `${failed} of ${count(total, unit(run.report))} failed${newness(facts)}${code}`
}

function newness(facts: Facts): string {
  if (!facts.base?.report) return ''
  const known = facts.knownFailures.length
  return known > 0 ? ` (${facts.regressions.length} newly, ${known} as before)` : ''
}

function passed(facts: Facts, report: TestReport): string {
  return `${count(report.passed, unit(report))} passed${difference(facts, report)}`
}

function difference(facts: Facts, report: TestReport): string {
  const before = facts.base?.report
  if (!before || before.unit !== report.unit) return ''
  const added = report.total - before.total
  if (added > 0) return ` (${added} new)`
  return added < 0 ? ` (${-added} fewer than before)` : ''
}

function skipped(report: TestReport): string {
  return report.skipped > 0 ? `, ${report.skipped} skipped` : ''
}

/** Only of a green run: what fails is said before. */
function withNewTests(sentence: string, { ruling, newTests = [] }: Facts): string {
  const proving = newTests.filter(({ redBefore }) => redBefore).length
  if (ruling !== 'green' || proving === 0) return sentence
  return `${sentence}; ${count(proving, 'new test')} ${proving === 1 ? 'fails' : 'fail'} without the change`
}

function withFlakes(sentence: string, { ruling, flakes }: Facts): string {
  if (!flakes || flakes.flaky.length === 0 || ruling !== 'green') return sentence
  const { flaky, reruns } = flakes
  return `${sentence}; ${count(flaky.length, 'test')} failed at first and then passed ${reruns} times, so ${flaky.length === 1 ? 'it is' : 'they are'} flaky`
}

function withCoverage(sentence: string, facts: Facts): string {
  const change = coverageChange(facts.coverage)
  return change ? `${sentence}; line coverage ${change}` : sentence
}

function coverageChange(coverage: VerdictCoverage | null): string | null {
  if (!coverage?.after) return null
  const percent = (value: number) => `${value.toFixed(1)} %`
  const after = percent(coverage.after.pct)
  return coverage.before ? `${percent(coverage.before.pct)} → ${after}` : after
}

function unit(report: TestReport): 'test' | 'package' {
  return report.unit === 'packages' ? 'package' : 'test'
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
