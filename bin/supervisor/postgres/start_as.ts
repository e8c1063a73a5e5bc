import { type ChildProcess, spawn } from 'node:child_process'
import type { Identity } from './identity.ts'

/** Starts a program of PostgreSQL under that identity. */
export function startAs(who: Identity, program: string, args: string[]): ChildProcess {
  const [command, ...rest] = [...who.wrapper, program, ...args]
  // Its own session: a Ctrl-C at the terminal must reach the app first and the database last.
  return spawn(command!, rest, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(who.wrapper.length > 0 ? {} : { uid: who.uid, gid: who.gid }),
  })
}

export function finished(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
