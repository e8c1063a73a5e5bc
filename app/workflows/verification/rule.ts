import type { CheckResult } from './checks.js'
import { compareFailures, type FailureDifference } from './failures.js'
import { proofOf } from './proof.js'
import type { RuleInput } from './rule_input.js'
import { type Strength, strengthSentence } from './strength.js'
import type { TestRun } from './test_run.js'
import type { Ruling, Verdict } from './verdict.js'

/** Turns two runs into a verdict. Pure: same runs, same verdict. */
export function rule(input: RuleInput): Verdict {
  const { base, after } = input
  const run = 'notRun' in after ? null : after
  const difference = compareFailures(base?.report ?? null, run?.report ?? null)
  const ruling = run ? withChecks(rulingOf(base, run, difference), input.checks) : 'not_run'
  return {
    version: 1,
    ruling,
    command: input.command,
    runner: input.runner,
    exitCode: run?.exitCode ?? null,
    stoppedBy: run?.stoppedBy ?? null,
    durationMs: run?.durationMs ?? 0,
    report: run?.report ?? null,
    ...(input.newTests && { newTests: input.newTests }),
    ...(input.testsAlone && { testsAlone: input.testsAlone }),
    ...(input.flakes && { flakes: input.flakes }),
    ...(input.checks && input.checks.length > 0 && { checks: input.checks }),
    base,
    ...difference,
    coverage: input.coverage,
    ...(input.unmeasured && { unmeasured: input.unmeasured }),
    checkedAt: input.checkedAt.toISOString(),
    proof: proofOf({ ...input, ruling, ...difference }),
  }
}

/** Says how strong the proof is; what was planted after the ruling never changes it. */
export function withStrength(
  verdict: Verdict,
  { strength, strengthBefore }: { strength: Strength | null; strengthBefore: Strength | null }
): Verdict {
  return {
    ...verdict,
    ...(strength && { strength, proof: `${verdict.proof}; ${strengthSentence(strength)}` }),
    ...(strengthBefore && { strengthBefore }),
  }
}

/** The verdict of tests that could not be started; `reason` is a whole sentence and becomes the proof. */
export function notRun(reason: string): Verdict {
  const nothing = { command: null, runner: 'unknown' as const, base: null, coverage: null }
  return rule({ ...nothing, after: { notRun: reason }, checkedAt: new Date() })
}

function rulingOf(base: TestRun | null, run: TestRun, difference: FailureDifference): Ruling {
  if (run.stoppedBy !== null || run.exitCode === null) return 'red'
  if (run.exitCode !== 0) return isUnchangedFailure(base, run, difference) ? 'known_failures' : 'red'
  if (!run.report) return 'no_tests'
  if (run.report.failed > 0) return 'red'
  return run.report.passed > 0 ? 'green' : 'no_tests'
}

/** Tests that pass do not make up for types that no longer fit, where they did before. */
function withChecks(ruling: Ruling, checks: CheckResult[] = []): Ruling {
  return checks.some(({ state }) => state === 'fails newly') ? 'red' : ruling
}

/**
 * The base failed by itself in the same way. Every failure must be named and matched: a number alone cannot
 * tell an old failure from a new one.
 */
function isUnchangedFailure(base: TestRun | null, run: TestRun, difference: FailureDifference): boolean {
  if (!base?.report || !run.report || base.stoppedBy !== null || base.exitCode === null) return false
  if (base.exitCode === 0 || difference.regressions.length > 0) return false
  if (run.report.failed === 0) return base.report.failed === 0 && run.report.passed >= base.report.passed
  return difference.knownFailures.length === run.report.failed
}
