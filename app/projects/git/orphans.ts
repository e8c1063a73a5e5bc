import { readdir, readFile } from 'node:fs/promises'
import { isProcessAlive, processIdentity } from '#shared/process_identity'

const name = 'AGENTOPS_STARTED_BY'

/** Says in the environment of a git process and of its transports whose they are. */
export const ownership = (): Record<string, string> => ({ [name]: processIdentity })

/**
 * Ends git processes whose worker was killed. Nobody reads what they say, but a server that does not answer
 * would keep them for as long as it likes, and one that does would let them write into a mirror.
 */
export async function endOrphanedGit() {
  const pids = (await readdir('/proc').catch(() => [])).filter((each) => /^\d+$/.test(each))
  await Promise.all(pids.map((pid) => endOrphan(Number(pid))))
}

async function endOrphan(pid: number) {
  const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
  const owner = environment.split('\0').find((each) => each.startsWith(`${name}=`))
  if (!owner || (await isProcessAlive(owner.slice(name.length + 1)))) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended by itself, or is another user's
  }
}
