import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ExecutionRequest, ExecutionResult } from '@agentops/engine/contract'
import { exportTree } from '#projects/git/checkout'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import type { RunSettings } from '#workflows/services/run_settings'
import { installNetwork, packageCache, sandbox } from '#workflows/services/sandbox'
import type { StepContext } from '#workflows/steps/step_context'
import { executeRequest } from '#workflows/verification/execute_request'
import { runInstall } from '#workflows/verification/test_phase'

/**
 * Runs in the sandbox what the engine asks for, each request on a copy of its own of the pinned commit with
 * its dependencies installed.
 */
export class Executions {
  #checkout: Promise<string> | null = null

  constructor(
    private context: StepContext,
    private settings: RunSettings
  ) {}

  async run(requests: ExecutionRequest[]): Promise<ExecutionResult[]> {
    const results: ExecutionResult[] = []
    for (const request of requests) results.push(await this.#one(request))
    return results
  }

  async #one(request: ExecutionRequest) {
    const { log, workspace, signal } = this.context
    log.say(`Executing in the sandbox: ${request.reason}`)
    log.note(request.reason)
    this.#checkout ??= this.#prepare()
    const dir = await workspace.folder('execution')
    await promisify(execFile)('cp', ['-a', '--', `${await this.#checkout}/.`, dir])
    const result = await executeRequest({
      sandbox: await sandbox(),
      dir,
      request,
      limits: this.settings.limits,
      readOnlyMounts: packageCache(),
      signal,
    })
    const how = result.stoppedBy ?? `exit ${result.exitCode}`
    log.say(`  ${how} after ${(result.durationMs / 1000).toFixed(1)} s`)
    return result
  }

  async #prepare() {
    const { log, workspace, signal } = this.context
    const dir = await workspace.folder('checkout')
    const commit = await prepareMirror(this.context)
    await exportTree({ mirrorDir: workspace.mirrorDir, commit, into: dir, signal })
    const { test, limits } = this.settings
    if (!test?.install) return dir
    log.say(`Installing dependencies: ${test.install}`)
    const problem = await runInstall(
      {
        sandbox: await sandbox(),
        runner: test.runner,
        limits,
        network: installNetwork(),
        readOnlyMounts: packageCache(),
        coverage: false,
        sourceFiles: [],
        signal,
        onOutput: (stream, text) => log.write(stream, text),
      },
      dir,
      test.install
    )
    if (problem) log.say(`${problem}. Going on with what the repository itself brings.`)
    return dir
  }
}
