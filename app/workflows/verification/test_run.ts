import type { TestReport } from './report.js'

/** One run of the test command. `stoppedBy` is the sandbox's sentence when a limit or a person ended it. */
export type TestRun = {
  exitCode: number | null
  stoppedBy: string | null
  durationMs: number
  report: TestReport | null
}
