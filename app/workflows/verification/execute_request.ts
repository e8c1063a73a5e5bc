import type { ExecutionRequest, ExecutionResult, TestRunner } from '@agentops/engine/contract'
import {
  defaultLimits,
  type Sandbox,
  type SandboxLimits,
  type SandboxNetwork,
  type SandboxRun,
} from '#workflows/sandbox/contract'
import { CapturedOutput } from './captured_output.js'
import { collectCoverage } from './coverage/collect.js'
import { writeOverlay } from './overlay.js'
import { coverageEnvironment, coverageFolder, workspaceOf } from './run_paths.js'
import { withScratchFolder } from './scratch_folder.js'

const maxOutput = 1_000_000

export type ExecuteInput = {
  sandbox: Sandbox
  /** Host folder with a checkout of its own, without `.git`; the overlay and the run change it. */
  dir: string
  request: ExecutionRequest
  /** Who runs the project's tests, where coverage is asked for. */
  runner?: TestRunner
  /** The request's own timeout applies when it is shorter. */
  limits?: SandboxLimits
  network?: SandboxNetwork
  readOnlyMounts?: { from: string; to: string }[]
  /** Repository paths whose coverage is wanted, all sources by default; only the loaded ones are answered. */
  sourceFiles?: string[]
  signal?: AbortSignal
  onOutput?: (stream: 'stdout' | 'stderr', text: string) => void
}

/**
 * Runs what the engine asked for and answers in its contract: each stream at most 1 MB (beginning and end),
 * coverage when asked for and measurable. Throws `OverlayError` on a path that leaves the checkout and
 * `SandboxError` when the sandbox could not be set up.
 */
export async function executeRequest(input: ExecuteInput): Promise<ExecutionResult> {
  await writeOverlay(input.dir, input.request.overlay)
  return withScratchFolder(input.dir, async (outputDir) => {
    const streams = { stdout: new CapturedOutput(maxOutput), stderr: new CapturedOutput(maxOutput) }
    const run = await input.sandbox.run(await sandboxRun(input, outputDir), {
      signal: input.signal,
      onOutput: ({ stream, text }) => {
        streams[stream].write(text)
        input.onOutput?.(stream, text)
      },
    })
    return {
      id: input.request.id,
      exitCode: run.exitCode,
      stoppedBy: run.stoppedBy?.sentence ?? (run.signal && `ended by signal ${run.signal}`),
      stdout: streams.stdout.text(),
      stderr: streams.stderr.text(),
      durationMs: Math.round(run.durationMs),
      coverage: input.request.coverage ? await coverageOf(input, outputDir) : null,
    }
  })
}

async function sandboxRun({ request, ...input }: ExecuteInput, outputDir: string): Promise<SandboxRun> {
  const limits = input.limits ?? defaultLimits
  const measuring = request.coverage ? await coverageEnvironment(input.sandbox, input.runner, outputDir) : {}
  return {
    workdir: input.dir,
    argv: request.argv,
    env: { ...request.env, ...measuring },
    limits: { ...limits, wallMs: Math.min(limits.wallMs, request.timeoutMs) },
    network: input.network ?? { kind: 'none' },
    ...(input.readOnlyMounts && { readOnlyMounts: input.readOnlyMounts }),
    outputDir,
  }
}

async function coverageOf(input: ExecuteInput, outputDir: string) {
  const result = await collectCoverage({
    folder: coverageFolder(outputDir),
    root: input.dir,
    workspace: workspaceOf(input.sandbox, input.dir),
    sourceFiles: input.sourceFiles ?? null,
    includeUnloaded: false,
  })
  return result?.files ?? null
}
