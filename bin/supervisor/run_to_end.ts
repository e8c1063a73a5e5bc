import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

export interface Run {
  args: string[]
  cwd: string
  /** The whole environment of the process; nothing is inherited. */
  env: NodeJS.ProcessEnv
  signal?: AbortSignal
}

/**
 * Runs a script with this Node to its end. It leads a process group of its own, so that an abort ends it with
 * everything it started, and a Ctrl-C at the terminal reaches the supervisor alone.
 *
 * @throws the signal's reason when it was aborted
 */
export async function runToEnd({ args, cwd, env, signal }: Run): Promise<{ ok: boolean; output: string }> {
  signal?.throwIfAborted()
  const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const stop = () => killGroup(child.pid, 'SIGKILL')
  signal?.addEventListener('abort', stop)
  const code = await new Promise((resolve) => child.once('close', resolve))
  signal?.removeEventListener('abort', stop)
  signal?.throwIfAborted()
  return { ok: code === 0, output: stripVTControlCharacters(output).trim() }
}

/** Signals a process that leads a group, and all of that group. */
export function killGroup(pid: number | undefined, signal: NodeJS.Signals) {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // the whole group has ended
  }
}
