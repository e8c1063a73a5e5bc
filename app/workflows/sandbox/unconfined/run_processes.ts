import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** Marks the processes of a run: children inherit it, and leaving the group or session does not remove it. */
export const runVariable = 'AGENTOPS_SANDBOX_RUN'

/** Kills the process group and whatever carries the run's mark, until none is left. */
export async function killRun(group: number, runId: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    kill(-group)
    const marked = await markedProcesses(runId)
    if (marked.length === 0) return
    for (const pid of marked) kill(pid)
    await sleep(10)
  }
}

async function markedProcesses(runId: string): Promise<number[]> {
  const mark = `${runVariable}=${runId}`
  const names = await readdir('/proc').catch(() => [])
  const pids = names.filter((name) => /^\d+$/.test(name))
  const marked = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
      return environment.split('\0').includes(mark)
    })
  )
  return pids.filter((_, index) => marked[index]).map(Number)
}

function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
