import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { systemPath } from './environment.js'

export interface DiskUsage {
  bytes: number
  largestFileBytes: number
}

/** An empty file costs no block, but still an inode: counted as this much, so that inodes cannot run out. */
const leastBytesPerEntry = 4096

/** A folder made unreadable would hide what it holds; root reads it anyway, another user opens it again. */
const openFolders = '-type d ( ! -readable -o ! -executable ) -exec chmod u+rx -- {} ;'.split(' ')

/**
 * Allocated bytes below the folders (holes of sparse files are free), and the largest file's length.
 * Measured by another process: the tree is hostile, deep or huge, and the event loop must not wait for it.
 */
export async function measureDisk(folders: string[]): Promise<DiskUsage> {
  const usage: DiskUsage = { bytes: 0, largestFileBytes: 0 }
  const find = spawn('find', [...folders, '-xdev', ...openFolders, ',', '-printf', '%y %b %s\\n'], {
    env: { PATH: systemPath, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: find.stdout })) {
    const [type, blocks, length] = line.split(' ')
    usage.bytes += Math.max(Number(blocks) * 512, leastBytesPerEntry)
    if (type === 'f') usage.largestFileBytes = Math.max(usage.largestFileBytes, Number(length))
  }
  return usage
}
