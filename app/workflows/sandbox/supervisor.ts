import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SandboxLimits, SandboxResult, SandboxRunOptions, SandboxStop } from './contract.js'
import { OutputMeter } from './output_meter.js'
import { stopAt } from './stop_sentence.js'

/** A started command together with what its driver knows about it. */
export interface Confinement {
  child: ChildProcess
  stdout: Readable
  stderr: Readable
  /** Ends every process of the run; may be called more than once, and after the end. */
  kill(): void
  /** Each answers a limit that has been reached; asked again `sampleEveryMs` after its last answer. */
  checks: LimitCheck[]
  /** Asked once when the command has ended, for what only shows afterwards. */
  lastChecks: LimitCheck[]
  /** Called when the command has ended; resolves when nothing of the run is alive. */
  ended(): Promise<void>
}

export type LimitCheck = () => Promise<keyof SandboxLimits | null>

const sampleEveryMs = 100
const patienceForPipesMs = 500

/** Watches one command until everything of it has ended; the first limit hit is the one reported. */
export async function supervise(
  confinement: Confinement,
  limits: SandboxLimits,
  options: SandboxRunOptions
): Promise<SandboxResult> {
  const { child, stdout, stderr } = confinement
  const started = performance.now()
  let stoppedBy: SandboxStop | null = null
  const stop = (limit: SandboxStop['limit']) => {
    stoppedBy ??= stopAt(limit, limits)
    confinement.kill()
  }
  const meter = new OutputMeter(limits.outputBytes, options.onOutput ?? (() => {}), () => stop('outputBytes'))
  stdout.on('data', (chunk: Buffer) => meter.write('stdout', chunk))
  stderr.on('data', (chunk: Buffer) => meter.write('stderr', chunk))
  const drained = Promise.allSettled([finished(stdout), finished(stderr)])
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  const wall = setTimeout(() => stop('wallMs'), limits.wallMs)
  const cancel = () => stop('cancelled')
  options.signal?.addEventListener('abort', cancel, { once: true })
  if (options.signal?.aborted) cancel()

  try {
    for (const check of confinement.checks) void watch(check, exited, stop)
    const [exitCode, signal] = await exited
    await confinement.ended()
    await Promise.race([drained, sleep(patienceForPipesMs)])
    meter.end()
    for (const check of confinement.lastChecks) {
      const late = stoppedBy ? null : await check()
      if (late) stoppedBy = stopAt(late, limits)
    }
    return {
      ...(stoppedBy ? { exitCode: null, signal: 'SIGKILL' } : ending(exitCode, signal)),
      stoppedBy,
      durationMs: Math.round(performance.now() - started),
      outputBytes: meter.delivered,
      droppedBytes: meter.dropped,
    }
  } finally {
    clearTimeout(wall)
    // What escaped an unconfined run may hold the pipes open for ever.
    stdout.destroy()
    stderr.destroy()
    options.signal?.removeEventListener('abort', cancel)
  }
}

async function watch(
  check: LimitCheck,
  exited: Promise<unknown>,
  stop: (limit: keyof SandboxLimits) => void
): Promise<void> {
  const end = new AbortController()
  exited.finally(() => end.abort()).catch(() => {})
  while (!end.signal.aborted) {
    // What is being sampled may vanish between two reads; the next sample says more.
    const limit = await check().catch(() => null)
    if (limit && !end.signal.aborted) return stop(limit)
    await sleep(sampleEveryMs, undefined, { signal: end.signal }).catch(() => {})
  }
}

/** Shells and bubblewrap tell of a signal as 128 + its number; a direct child tells its name. */
function ending(code: number | null, name: NodeJS.Signals | null) {
  if (name) return { exitCode: 128 + constants.signals[name], signal: name }
  const signals = Object.entries(constants.signals)
  return { exitCode: code, signal: signals.find(([, number]) => number + 128 === code)?.[0] ?? null }
}
