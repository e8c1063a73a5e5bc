import type { TestRunner } from '@agentops/engine/contract'
import type { CheckResult } from './checks.js'
import type { Flakes } from './flakes.js'
import type { TestRun } from './test_run.js'
import type { NewTest, VerdictCoverage } from './verdict.js'

/** Everything that a verdict is made of. */
export type RuleInput = {
  command: string | null
  runner: TestRunner
  /** The run without the patch; null when it was not made. */
  base: TestRun | null
  /** The run with the patch, or the reason why there is none. */
  after: TestRun | { notRun: string }
  coverage: VerdictCoverage | null
  /** Why coverage was not measured, as half a sentence. */
  unmeasured?: string | null
  newTests?: NewTest[]
  testsAlone?: TestRun
  flakes?: Flakes | null
  checks?: CheckResult[]
  checkedAt: Date
}
