import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Stop } from '../../bin/supervisor/stop.ts'
import { onFirstCore } from '../measure/cores.ts'

export interface ProcessSpec {
  name: string
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  /** On the first core and nowhere else. */
  pinned?: boolean
}

export interface Running {
  pid: number
  child: ChildProcess
  stop: () => Promise<void>
}

/** Starts a Node process with a channel to it; what it says on standard error is shown when it fails. */
export function startProcess({ name, args, cwd, env, pinned = false }: ProcessSpec): Running {
  const [program, all] = pinned ? onFirstCore(process.execPath, args) : [process.execPath, args]
  const child = spawn(program, all, { cwd, env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let words = ''
  let stopping = false
  child.stderr!.on('data', (chunk) => (words = (words + chunk).slice(-4000)))
  child.once('exit', (code, signal) => {
    if (!stopping && code !== 0) console.error(`${name} ended (${signal ?? `exit ${code}`}).\n${words}`)
  })
  return {
    pid: child.pid!,
    child,
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const killer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await ended
      clearTimeout(killer)
    },
  }
}

/**
 * The next message that a script of the benchmark says; what the framework tells its parent is passed over.
 *
 * @throws Stop when the process ends without a word
 */
export function messageOf<T>({ child }: Running): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = (message: { bench?: T }) => {
      if (message.bench === undefined) return
      child.off('message', listen)
      child.off('exit', ended)
      resolve(message.bench)
    }
    const ended = () => reject(new Stop('A process of the benchmark ended early; its words are above.'))
    child.on('message', listen)
    child.once('exit', ended)
  })
}
