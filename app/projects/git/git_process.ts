import { type ChildProcess, spawn } from 'node:child_process'
import { bareEnvironment } from '#projects/git/environment'
import { configEnvironment } from '#projects/git/hardening'
import { ownership } from '#projects/git/orphans'

export interface GitProcessOptions {
  cwd?: string
  /** The bare repository to work on; without it git finds none, wherever it is started. */
  gitDir?: string
  env?: Record<string, string>
  config?: [key: string, value: string][]
}

/** Starts git hardened. It leads a process group of its own, so that its transports end with it. */
export function startGit(args: string[], { cwd, gitDir, env, config }: GitProcessOptions): ChildProcess {
  return spawn('git', args, {
    cwd: cwd ?? gitDir ?? '/',
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    env: {
      ...bareEnvironment(),
      ...ownership(),
      ...configEnvironment(config ?? []),
      GIT_DIR: gitDir ?? '/dev/null',
      ...env,
    },
  })
}

/** Ends git and everything it started. */
export function stopGit(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL') {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // it has ended by itself
  }
}
