import type { FileCoverage, TestRunner } from '@agentops/engine/contract'
import type { Sandbox, SandboxLimits, SandboxNetwork } from '#workflows/sandbox/contract'
import { collectCoverage } from './coverage/collect.js'
import { measuresCoverage } from './coverage/coverable.js'
import { MergedOutput } from './merged_output.js'
import { parseReport } from './report_parsers/index.js'
import { coverageEnvironment, coverageFolder, workspaceOf } from './run_paths.js'
import { withScratchFolder } from './scratch_folder.js'
import type { TestRun } from './verdict.js'

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

export type MeasuredRun = { run: TestRun; coverage: FileCoverage[] | null }

/** Installs dependencies, with the network as given. Null when that worked, else the reason in words. */
export async function runInstall(input: PhaseInput, dir: string, install: string): Promise<string | null> {
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
  const offline = input.network.kind === 'none' ? '; it had no network' : ''
  return `The tests were not run: installing dependencies with \`${install}\` failed (${end}${offline})`
}

/** Runs the test command, without network, and reads its report and coverage. */
export async function runTests(input: PhaseInput, dir: string, command: string): Promise<MeasuredRun> {
  const measured = input.coverage && measuresCoverage(input.runner)
  return withScratchFolder(dir, async (outputDir) => {
    const output = new MergedOutput(8_000_000)
    const result = await input.sandbox.run(
      {
        workdir: dir,
        argv: ['sh', '-c', command],
        env: measured ? coverageEnvironment : {},
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
      report: parseReport(input.runner, asInWorkspace(output.text(), workspaceOf(input.sandbox, dir))),
    }
    return { run, coverage: measured ? await measure(input, dir, outputDir) : null }
  })
}

function mounts({ readOnlyMounts }: PhaseInput) {
  return readOnlyMounts ? { readOnlyMounts } : {}
}

/** Reports speak of the sandbox's paths; without one they speak of the host's. */
function asInWorkspace(output: string, workspace: string): string {
  return workspace === '/workspace' ? output : output.replaceAll(workspace, '/workspace')
}

async function measure(input: PhaseInput, dir: string, outputDir: string): Promise<FileCoverage[] | null> {
  const result = await collectCoverage({
    folder: coverageFolder(outputDir),
    root: dir,
    workspace: workspaceOf(input.sandbox, dir),
    sourceFiles: input.sourceFiles,
    includeUnloaded: true,
  })
  return result?.files ?? null
}
