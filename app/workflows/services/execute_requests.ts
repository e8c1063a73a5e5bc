import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ExecutionRequest, ExecutionResult } from '@agentops/engine/contract'
import { exportTree } from '#projects/git/checkout'
import { EditRefused } from '#projects/git/errors'
import { applyPatch, createPatch } from '#projects/git/patch'
import { SandboxError } from '#workflows/sandbox/contract'
import { sandboxOf } from '#workflows/services/metered_sandbox'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import type { RunSettings } from '#workflows/services/run_settings'
import { installNetwork, packageCache } from '#workflows/services/sandbox'
import { TestRuns } from '#workflows/services/test_runs'
import { type StepContext, StepFailure } from '#workflows/steps/step_context'
import { executeRequest } from '#workflows/verification/execute_request'
import { OverlayError } from '#workflows/verification/overlay'
import { runInstall } from '#workflows/verification/test_phase'

/** The engine is another zone of trust: what it asks for is run within bounds. */
const MAX_REQUESTS = 32
const MAX_TOTAL_MS = 60 * 60_000

function explain(error: unknown): never {
  const known = error instanceof OverlayError || error instanceof SandboxError || error instanceof EditRefused
  throw known ? new StepFailure(`What the engine asked to execute cannot be run: ${error.message}.`) : error
}

/**
 * Runs in the sandbox what the engine asks for, each request on a copy of its own of the pinned commit with
 * its dependencies installed.
 */
export class Executions {
  #checkout: Promise<string> | null = null
  #spentMs = 0
  readonly #tests: TestRuns

  constructor(
    private context: StepContext,
    private settings: RunSettings
  ) {
    this.#tests = new TestRuns(context, settings, (request) => this.#copy(request))
  }

  /** The tests' run on the pinned commit, where one was made. */
  get base() {
    return this.#tests.base
  }

  /** A checkout on which the tests pass, with how to run them; null where they do not, or there are none. */
  async forPlanting() {
    if (!this.settings.test) return null
    const base = await this.#tests.baseRun()
    if (base.run?.exitCode !== 0 || base.run.stoppedBy !== null || !base.run.report?.passed) return null
    return {
      phase: await this.#tests.phase(false, null),
      dir: await this.#copy({}),
      command: this.settings.test.command,
      reached: base.coverage,
      testMs: base.run.durationMs,
    }
  }

  /** @throws StepFailure when more is asked for than one step may run, or something that cannot be run */
  async run(requests: ExecutionRequest[]): Promise<ExecutionResult[]> {
    if (requests.length > MAX_REQUESTS) {
      throw new StepFailure(
        `The engine asked for ${requests.length} executions at once; ${MAX_REQUESTS} are allowed.`
      )
    }
    const results: ExecutionResult[] = []
    for (const request of requests) {
      const result = await this.#one(request).catch(explain)
      this.#spentMs += result.durationMs
      if (this.#spentMs > MAX_TOTAL_MS) {
        throw new StepFailure(`The engine asked for more than ${MAX_TOTAL_MS / 60_000} minutes of execution.`)
      }
      results.push(result)
    }
    return results
  }

  async #one(request: ExecutionRequest) {
    const { log, signal } = this.context
    signal.throwIfAborted()
    log.say(`Executing in the sandbox: ${request.reason}`)
    log.note(request.reason)
    const result =
      request.kind === 'tests' ? await this.#tests.run(request) : await this.#command(request, signal)
    const how = result.stoppedBy ?? `exit ${result.exitCode}`
    log.say(`  ${how} after ${(result.durationMs / 1000).toFixed(1)} s`)
    return result
  }

  async #command(request: ExecutionRequest, signal: AbortSignal) {
    return executeRequest({
      sandbox: await sandboxOf(this.context.lease.teamId),
      dir: await this.#copy(request),
      request,
      runner: this.settings.test?.runner,
      limits: this.settings.limits,
      readOnlyMounts: packageCache(),
      signal,
    })
  }

  /** A checkout of its own, with the request's edits applied as the patch would be. */
  async #copy({ edits = [] }: Pick<ExecutionRequest, 'edits'>) {
    const { workspace, signal } = this.context
    this.#checkout ??= this.#prepare()
    const dir = await workspace.folder('execution')
    await promisify(execFile)('cp', ['-a', '--', `${await this.#checkout}/.`, dir], { signal })
    if (edits.length === 0) return dir
    const commit = await prepareMirror(this.context)
    const { patch, files } = await createPatch({ mirrorDir: workspace.mirrorDir, commit, edits })
    if (files.length > 0) await applyPatch({ dir, patch })
    return dir
  }

  async #prepare() {
    const { log, workspace, signal } = this.context
    const dir = await workspace.folder('checkout')
    const commit = await prepareMirror(this.context)
    await exportTree({ mirrorDir: workspace.mirrorDir, commit, into: dir, signal })
    const { test, limits } = this.settings
    if (!test?.install) return dir
    const problem = await runInstall(
      {
        sandbox: await sandboxOf(this.context.lease.teamId),
        runner: test.runner,
        limits,
        network: installNetwork(),
        readOnlyMounts: packageCache(),
        coverage: false,
        sourceFiles: [],
        signal,
        onPhase: (phase) => log.say(phase),
        onOutput: (stream, text) => log.write(stream, text),
      },
      dir,
      test.install
    )
    if (problem) log.say(`Going on with what the repository itself brings, because ${problem}.`)
    return dir
  }
}
