import {
  type Analysis,
  type ExecutionRequest,
  type ExecutionResult,
  pathsOf,
  type TestOutcome,
} from '@agentops/engine/contract'
import { sandboxOf } from '#workflows/services/metered_sandbox'
import type { RunSettings } from '#workflows/services/run_settings'
import { installNetwork, packageCache } from '#workflows/services/sandbox'
import { requiredJson } from '#workflows/services/step_artifacts'
import type { BaseRecord } from '#workflows/services/step_records'
import { type StepContext, StepFailure } from '#workflows/steps/step_context'
import { CapturedOutput } from '#workflows/verification/captured_output'
import { isCoverable } from '#workflows/verification/coverage/coverable'
import { compareFailures } from '#workflows/verification/failures'
import { writeOverlay } from '#workflows/verification/overlay'
import { type PhaseInput, runTests } from '#workflows/verification/test_phase'
import type { TestRun } from '#workflows/verification/test_run'
import type { BaseRun } from '#workflows/verification/verify'

/** The end of what the tests printed, for a model to read. */
const MAX_OUTPUT = 60_000

/**
 * The project's own tests while a change is being written. The command is the project's, whatever the engine
 * asks for; failures are told apart from those of the pinned commit, where the tests run once.
 */
export class TestRuns {
  #base: BaseRecord | null = null

  constructor(
    private context: StepContext,
    private settings: RunSettings,
    private checkout: (request: Pick<ExecutionRequest, 'edits'>) => Promise<string>
  ) {}

  get base(): BaseRecord | null {
    return this.#base
  }

  async run(request: ExecutionRequest): Promise<ExecutionResult> {
    const { test } = this.settings
    if (!test) throw new StepFailure('The engine asked for the tests, but no test command is known.')
    const { run: base } = await this.baseRun()
    this.context.log.say(`Running the tests with the change so far: ${test.command}`)
    const dir = await this.checkout(request)
    await writeOverlay(dir, request.overlay)
    const output = new CapturedOutput(MAX_OUTPUT)
    const { run } = await runTests(await this.phase(false, output), dir, test.command)
    return {
      id: request.id,
      exitCode: run.exitCode,
      stoppedBy: run.stoppedBy,
      stdout: output.text(),
      stderr: '',
      durationMs: run.durationMs,
      coverage: null,
      tests: outcomeOf(base, run),
    }
  }

  /** The tests of the pinned commit, run once. */
  async baseRun(): Promise<BaseRun> {
    const { command } = this.settings.test!
    if (this.#base) return this.#base.base
    this.context.log.say(`Running the tests without the change: ${command}`)
    const dir = await this.checkout({})
    const measured = await runTests(await this.phase(this.settings.coverage, null), dir, command)
    const base = { ...measured, notRun: null }
    this.#base = { command, commit: this.context.workflow.baseCommit, base }
    return base
  }

  async phase(coverage: boolean, output: CapturedOutput | null): Promise<PhaseInput> {
    const { log, signal } = this.context
    const { graph } = await requiredJson<Analysis>(this.context, 'analysis')
    return {
      sandbox: await sandboxOf(this.context.lease.teamId),
      runner: this.settings.test!.runner,
      limits: this.settings.limits,
      network: installNetwork(),
      readOnlyMounts: packageCache(),
      coverage,
      sourceFiles: pathsOf(graph).filter(isCoverable),
      signal,
      onOutput: (stream, text) => {
        log.write(stream, text)
        output?.write(text)
      },
    }
  }
}

function outcomeOf(base: TestRun | null, { report }: TestRun): TestOutcome | null {
  if (!report) return null
  const { regressions, knownFailures } = compareFailures(base?.report ?? null, report)
  const told = (before: boolean) => (failure: (typeof regressions)[number]) => ({ ...failure, before })
  const failures = [...regressions.map(told(false)), ...knownFailures.map(told(true))]
  const { passed, failed, skipped } = report
  return { passed, failed, skipped, failures }
}
