import { compareFailures } from './failures.js'
import type { TestFailure } from './report.js'
import { type PhaseInput, runTests } from './test_phase.js'
import type { TestRun } from './test_run.js'

/** What running red tests again has shown. */
export type Flakes = {
  reruns: number
  /** Failed in one run and passed in the next, on the same code. */
  flaky: TestFailure[]
}

const reruns = 2

/**
 * Runs tests that fail newly again, to tell a failure from an accident. Only when nothing fails newly in either
 * of two more runs is it one, and the last of them counts.
 */
export async function rerunFailures(
  input: PhaseInput,
  { dir, command, base, run }: { dir: string; command: string; base: TestRun | null; run: TestRun }
): Promise<{ run: TestRun; flakes: Flakes | null }> {
  const newly = (some: TestRun) => compareFailures(base?.report ?? null, some.report).regressions
  const first = newly(run)
  if (first.length === 0 || run.stoppedBy !== null) return { run, flakes: null }
  let last = run
  for (let made = 1; made <= reruns; made++) {
    input.onPhase?.(`Running the tests again, to see whether they fail each time (${made} of ${reruns})`)
    last = (await runTests({ ...input, coverage: false }, dir, command)).run
    input.signal?.throwIfAborted()
    // It fails again: no accident, and no need to look further.
    if (last.stoppedBy !== null || last.exitCode === null || newly(last).length > 0 || !last.report) {
      const again = new Set(newly(last).map(({ name }) => name))
      return {
        run,
        flakes: { reruns: made, flaky: last.report ? first.filter(({ name }) => !again.has(name)) : [] },
      }
    }
  }
  return { run: last, flakes: { reruns, flaky: first } }
}
