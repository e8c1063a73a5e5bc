import type { ChildProcess } from 'node:child_process'
import { GitError } from '#projects/git/errors'
import { classifyFailure } from '#projects/git/failures'
import { type GitProcessOptions, startGit, stopGit } from '#projects/git/git_process'
import { maskedStderr } from '#projects/git/masked_stderr'

export interface RunGitOptions extends GitProcessOptions {
  input?: string | Buffer
  signal?: AbortSignal
  /** Default one minute. */
  timeoutMs?: number
  /** Default 64 MiB of standard output; more ends the run. */
  maxOutputBytes?: number
  /** Values that no message may show. */
  secrets?: string[]
  /** Called with each line git writes about its progress, masked. */
  onProgress?: (line: string) => void
}

export interface GitOutput {
  stdout: Buffer
  stderr: string
}

/**
 * Runs git to its end, hardened (see `hardening.ts`, `environment.ts`).
 *
 * @throws GitError also when cancelled, timed out, or more was written than allowed
 */
export async function runGit(args: string[], options: RunGitOptions = {}): Promise<GitOutput> {
  if (options.signal?.aborted) throw cancelled()
  const child = startGit(args, options)
  const stopped = watch(child, options)
  child.stdin?.on('error', () => {})
  child.stdin?.end(options.input ?? '')
  const [stdout, stderr, exit] = await Promise.all([
    collect(child, options, stopped),
    progress(child, options),
    ended(child, stopped),
  ])
  const reason = stopped.reason()
  if (reason) throw reason
  if (exit !== 0) throw failure(stderr, options)
  return { stdout, stderr: maskedStderr(stderr, options.secrets) }
}

/** Standard output as text. */
export async function gitText(args: string[], options: RunGitOptions = {}): Promise<string> {
  const { stdout } = await runGit(args, options)
  return stdout.toString('utf8').trimEnd()
}

const cancelled = () => new GitError('cancelled', 'The git operation was stopped because it was cancelled.')

interface Stop {
  with(error: GitError): void
  reason(): GitError | null
  clear(): void
}

function watch(child: ChildProcess, { signal, timeoutMs = 60_000 }: RunGitOptions): Stop {
  let reason: GitError | null = null
  const stop: Stop = {
    with(error) {
      reason ??= error
      stopGit(child)
    },
    reason: () => reason,
    clear() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    },
  }
  const onAbort = () => stop.with(cancelled())
  const timer = setTimeout(() => {
    const seconds = Math.round(timeoutMs / 1000)
    stop.with(
      new GitError('timeout', `Git did not finish within ${seconds} s and was stopped. Try again later.`)
    )
  }, timeoutMs)
  signal?.addEventListener('abort', onAbort, { once: true })
  return stop
}

async function collect(child: ChildProcess, { maxOutputBytes = 64 * 2 ** 20 }: RunGitOptions, stop: Stop) {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= maxOutputBytes) chunks.push(chunk)
    else stop.with(new GitError('too_large', `Git wrote more than ${maxOutputBytes} bytes and was stopped.`))
  }
  return Buffer.concat(chunks)
}

async function progress(child: ChildProcess, { onProgress, secrets }: RunGitOptions) {
  let text = ''
  let line = ''
  child.stderr?.setEncoding('utf8')
  for await (const chunk of child.stderr as AsyncIterable<string>) {
    text = (text + chunk).slice(-65_536)
    if (!onProgress) continue
    const lines = (line + chunk).split(/[\r\n]+/)
    line = (lines.pop() ?? '').slice(-4096)
    for (const whole of lines) if (whole.trim()) onProgress(maskedStderr(whole, secrets))
  }
  return text
}

function ended(child: ChildProcess, stop: Stop): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => {
      stop.with(
        new GitError('failed', 'Git could not be started. Install git and make sure it is on the PATH.')
      )
      stop.clear()
      resolve(null)
    })
    child.once('close', (code) => {
      stop.clear()
      resolve(code)
    })
  })
}

function failure(stderr: string, { secrets }: RunGitOptions): GitError {
  const masked = maskedStderr(stderr, secrets)
  const { code, message } = classifyFailure(masked)
  return new GitError(code, message, masked)
}
