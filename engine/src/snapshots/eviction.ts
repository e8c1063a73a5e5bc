import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

interface Kept {
  folder: string
  bytes: number
  usedAt: number
}

/**
 * Removes the least recently used snapshots of a team until the rest fits into `limit` bytes.
 * Those that `isBusy` names stay, even when that leaves the team above its limit for a while.
 */
export async function evict(
  teamFolder: string,
  limit: number,
  isBusy: (folder: string) => boolean
): Promise<void> {
  const kept: Kept[] = []
  for (const name of await readdir(teamFolder)) kept.push(await measure(join(teamFolder, name)))
  let total = kept.reduce((sum, { bytes }) => sum + bytes, 0)
  for (const { folder, bytes } of kept.sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= limit) return
    if (isBusy(folder)) continue
    await rm(folder, { recursive: true, force: true })
    total -= bytes
  }
}

/** Small files cost a disk block at least, so each counts as one. */
const block = 4096

async function measure(folder: string): Promise<Kept> {
  const index = await readFile(join(folder, 'index.json'), 'utf8').catch(() => '[]')
  const files: [string, number][] = JSON.parse(index)
  const bytes = files.reduce((sum, [, size]) => sum + Math.max(size, block), 0)
  return { folder, bytes, usedAt: (await stat(folder)).mtimeMs }
}
