import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const cores = availableParallelism()
const taskset = spawnSync('taskset', ['--version']).status === 0

/** Whether the measured server can have a core to itself while load and database share the others. */
export const canPin = taskset && cores > 1

/** The command that runs `args` on the first core, where that is possible. */
export function onFirstCore(program: string, args: string[]): [string, string[]] {
  return canPin ? ['taskset', ['--cpu-list', '0', program, ...args]] : [program, args]
}

/** Moves this process, and what it starts from now on, off the first core; the returned function undoes that. */
export function leaveFirstCore(): () => void {
  if (!canPin) return () => {}
  const move = (list: string) =>
    spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', list, String(process.pid)])
  move(`1-${cores - 1}`)
  return () => move(`0-${cores - 1}`)
}
