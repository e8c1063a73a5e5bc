import type { TestRunner } from '@agentops/engine/contract'
import type { CheckResult } from './checks.js'
import type { CoverageChange, LineCount } from './coverage/summary.js'
import type { Flakes } from './flakes.js'
import type { TestFailure, TestReport } from './report.js'
import type { Strength } from './strength.js'
import type { TestRun } from './test_run.js'

/**
 * - `green`: exit code 0, at least one test ran, none failed. The only ruling that verifies a patch.
 * - `red`: the patched code fails, was stopped, or contradicts itself.
 * - `known_failures`: it fails exactly as it did before the patch; nothing new is broken, nothing is verified.
 * - `no_tests`: exit code 0 without evidence that a test ran.
 * - `not_run`: the tests could not be started (no command, failed installation, no sandbox).
 */
export type Ruling = 'green' | 'red' | 'known_failures' | 'no_tests' | 'not_run'

/** A test the patch adds. `redBefore`: whether it fails without the rest of the patch; null when not tried. */
export type NewTest = { name: string; redBefore: boolean | null; greenAfter?: boolean }

/**
 * A test that was said to prove the change.
 * - `proves`: fails without the change, passes with it.
 * - `passes_before`: passes without the change as well.
 * - `untried`: passes; whether it fails without the change was not tried.
 * - `fails`: fails with the change.
 * - `not_run`: it is written, but nothing shows that it ran.
 * - `missing`: there is no such test.
 */
export type ProposedTest = {
  path: string
  name: string
  state: 'proves' | 'passes_before' | 'untried' | 'fails' | 'not_run' | 'missing'
}

export type VerdictCoverage = {
  before: LineCount | null
  after: LineCount | null
  /** The files whose counts changed, the largest change first, at most 200. */
  changes: CoverageChange[]
}

/** What a workflow stores as its proof; plain JSON. Durations are milliseconds, `checkedAt` is ISO 8601. */
export type Verdict = {
  version: 1
  ruling: Ruling
  command: string | null
  runner: TestRunner
  exitCode: number | null
  stoppedBy: string | null
  durationMs: number
  report: TestReport | null
  newTests?: NewTest[]
  /** Absent where none was proposed. */
  proposedTests?: ProposedTest[]
  /** The run of the patch's tests on code without the rest of it; absent where the patch is not of both kinds. */
  testsAlone?: TestRun
  /** Absent where nothing failed newly at first. */
  flakes?: Flakes
  /** The project's linter and type check, where it has them. */
  checks?: CheckResult[]
  /** How much the tests notice around the change; absent where they are not green. */
  strength?: Strength
  /** The same of the code that was to be changed, before it was. */
  strengthBefore?: Strength
  base: TestRun | null
  /** Failures that were not there before the patch; all of them when the base is unknown. */
  regressions: TestFailure[]
  /** Failures that were there before the patch and still are. */
  knownFailures: TestFailure[]
  coverage: VerdictCoverage | null
  /** Why there is no coverage, as half a sentence; absent where there is, or nobody asked. */
  unmeasured?: string
  checkedAt: string
  /** One sentence a person can rely on. */
  proof: string
}
