import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { withLock } from '#projects/git/lock'
import { lockOf, repositoryOf, snapshotsOf, usedOf } from '#projects/git/mirror_layout'
import env from '#start/env'

/** A mirror that was asked for within this time may be in use by a step that goes on. */
const IDLE_MS = 6 * 3600 * 1000
const GIB = 2 ** 30

interface Mirror {
  dir: string
  teamId: string
  bytes: number
  usedAt: number
}

interface Bounds {
  maxBytes?: number
  idleMs?: number
}

/**
 * Keeps what this machine holds of repositories within its budget. The team that holds most gives first, what
 * it has not used for longest; so one with a hundred repositories does not cost the others theirs. A mirror
 * that is gone is fetched again.
 *
 * @returns how many were removed
 */
export async function keepMirrorsWithin(bounds: Bounds = {}): Promise<number> {
  const { maxBytes = (env.get('MIRROR_DISK_GB') ?? 20) * GIB, idleMs = IDLE_MS } = bounds
  const mirrors = await listMirrors()
  let removed = 0
  while (sum(mirrors) > maxBytes) {
    const next = oldestOfLargest(mirrors, Date.now() - idleMs)
    if (!next) break
    mirrors.splice(mirrors.indexOf(next), 1)
    if (await remove(next)) removed += 1
  }
  return removed
}

const sum = (mirrors: Mirror[]) => mirrors.reduce((bytes, mirror) => bytes + mirror.bytes, 0)

function oldestOfLargest(mirrors: Mirror[], before: number): Mirror | undefined {
  const held = Map.groupBy(mirrors, ({ teamId }) => teamId)
  const idle = [...held.values()]
    .map((all) => ({
      bytes: sum(all),
      idle: all.filter(({ usedAt, bytes }) => usedAt < before && bytes > 0),
    }))
    .filter((team) => team.idle.length > 0)
    .sort((one, other) => other.bytes - one.bytes)
  return idle[0]?.idle.sort((one, other) => one.usedAt - other.usedAt)[0]
}

/** The lock stays: others may be waiting for it. */
async function remove({ dir, usedAt }: Mirror): Promise<boolean> {
  return withLock(lockOf(dir), async () => {
    if ((await lastUse(dir)) > usedAt) return false
    for (const part of [repositoryOf(dir), snapshotsOf(dir)]) await rm(part, { recursive: true, force: true })
    return true
  })
}

async function listMirrors(): Promise<Mirror[]> {
  const root = join(env.get('DATA_DIR'), 'mirrors')
  const mirrors: Mirror[] = []
  for (const teamId of await namesIn(root)) {
    for (const projectId of await namesIn(join(root, teamId))) {
      const dir = join(root, teamId, projectId)
      mirrors.push({ dir, teamId, usedAt: await lastUse(dir), bytes: await bytesIn(dir) })
    }
  }
  return mirrors
}

const lastUse = async (dir: string) => (await stat(usedOf(dir)).catch(() => null))?.mtimeMs ?? 0
const namesIn = (dir: string) => readdir(dir).catch(() => [])

/** Files may go while they are being counted. */
async function bytesIn(dir: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(dir, { withFileTypes: true }).catch(() => [])) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) bytes += await bytesIn(path)
    else bytes += (await stat(path).catch(() => null))?.size ?? 0
  }
  return bytes
}
