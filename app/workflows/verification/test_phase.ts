import type { FileCoverage, TestRunner } from '@agentops/engine/contract'
import type { Sandbox, SandboxLimits, SandboxNetwork } from '#workflows/sandbox/contract'
import { measuresCoverage } from './coverage/coverable.js'
import { type Measured, measured } from './coverage/measure.js'
import { measuresItself } from './coverage/runner_hook.js'
import { MergedOutput } from './merged_output.js'
import { parseReport } from './report_parsers/index.js'
import { coverageEnvironment, workspaceOf } from './run_paths.js'
import { withScratchFolder } from './scratch_folder.js'
import type { TestRun } from './test_run.js'
import { vendoredIn } from './vendored.js'

export type PhaseInput = {
  sandbox: Sandbox
  runner: TestRunner
  limits: SandboxLimits
  network: SandboxNetwork
  readOnlyMounts?: { from: string; to: string }[]
  coverage: boolean
  /** Repository paths whose lines count, loaded or not. */
  sourceFiles: string[]
  signal?: AbortSignal
  /** Called before each command with a sentence for the log, e.g. "Running `npm test` with the change". */
  onPhase?: (sentence: string) => void
  onOutput?: (stream: 'stdout' | 'stderr', text: string) => void
}

/** `unmeasured` says why there is no coverage; absent where nobody asked. */
export type MeasuredRun = { run: TestRun; coverage: FileCoverage[] | null; unmeasured?: string | null }

/** Installs what the checkout does not bring, with the network as given. Null when that worked, else why not. */
export async function runInstall(
  input: PhaseInput,
  dir: string,
  install: string,
  side = ''
): Promise<string | null> {
  const folder = await vendoredIn(dir, install)
  if (folder) {
    input.onPhase?.(`Nothing is installed: the repository brings its dependencies in ${folder}`)
    return null
  }
  input.onPhase?.(`Installing dependencies${side && ` ${side}`}: ${install}`)
  const result = await input.sandbox.run(
    {
      workdir: dir,
      argv: ['sh', '-c', install],
      limits: input.limits,
      network: input.network,
      ...mounts(input),
    },
    { signal: input.signal, onOutput: ({ stream, text }) => input.onOutput?.(stream, text) }
  )
  if (result.exitCode === 0 && !result.stoppedBy) return null
  const end =
    result.stoppedBy?.sentence ??
    (result.signal ? `ended by ${result.signal}` : `exit code ${result.exitCode}`)
  const offline = input.network.kind === 'none'
  const advice = '. Commit them, or let the operator set SANDBOX_REGISTRIES or SANDBOX_PACKAGE_CACHE'
  return `installing dependencies with \`${install}\` failed (${end}${offline ? '; it had no network' : ''})${offline ? advice : ''}`
}

/** Runs the test command, without network, and reads its report and coverage. */
export async function runTests(input: PhaseInput, dir: string, command: string): Promise<MeasuredRun> {
  if (!input.coverage) return { run: (await runOnce(input, dir, command, false)).run, coverage: null }
  if (!measuresCoverage(input.runner)) {
    const { run } = await runOnce(input, dir, command, false)
    return { run, coverage: null, unmeasured: `that is not done for ${input.runner}` }
  }
  if (!measuresItself(input.runner)) return runOnce(input, dir, command, true)
  const { run } = await runOnce(input, dir, command, false)
  if (!run.report || run.stoppedBy !== null) return { run, coverage: null }
  // Measuring changes what such a runner does, so what the tests say is taken from the run without it.
  input.onPhase?.(`Measuring coverage with ${input.runner} itself: ${command}`)
  const quiet = { ...input, onOutput: () => {} }
  const { coverage, unmeasured } = await runOnce(quiet, dir, command, true)
  if (unmeasured) input.onPhase?.(`Coverage was not measured: ${unmeasured}`)
  return { run, coverage, unmeasured }
}

async function runOnce(
  input: PhaseInput,
  dir: string,
  command: string,
  measures: boolean
): Promise<MeasuredRun> {
  const { sandbox, runner, sourceFiles } = input
  return withScratchFolder(dir, async (outputDir) => {
    const output = new MergedOutput(8_000_000)
    const result = await sandbox.run(
      {
        workdir: dir,
        argv: ['sh', '-c', command],
        env: measures ? await coverageEnvironment(sandbox, runner, outputDir) : {},
        limits: input.limits,
        network: { kind: 'none' },
        ...mounts(input),
        outputDir,
      },
      {
        signal: input.signal,
        onOutput: ({ stream, text }) => {
          output.write(stream, text)
          input.onOutput?.(stream, text)
        },
      }
    )
    const run: TestRun = {
      exitCode: result.exitCode,
      stoppedBy: result.stoppedBy?.sentence ?? (result.signal && `ended by signal ${result.signal}`),
      durationMs: Math.round(result.durationMs),
      report: parseReport(runner, asInWorkspace(output.text(), workspaceOf(sandbox, dir))),
    }
    const nothing: Measured = { coverage: null, unmeasured: null }
    return { run, ...(measures ? await measured({ sandbox, runner, dir, outputDir, sourceFiles }) : nothing) }
  })
}

function mounts({ readOnlyMounts }: PhaseInput) {
  return readOnlyMounts ? { readOnlyMounts } : {}
}

/** Reports speak of the sandbox's paths; without one they speak of the host's. */
function asInWorkspace(output: string, workspace: string): string {
  return workspace === '/workspace' ? output : output.replaceAll(workspace, '/workspace')
}
