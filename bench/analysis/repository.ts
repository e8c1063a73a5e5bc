import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../../bin/supervisor/paths.ts'
import { diskSnapshot, type StoredFile } from '../../engine/src/snapshots/disk_snapshot.ts'
import { hashLength } from '../../engine/src/snapshots/snapshot.ts'

export interface BenchRepository {
  name: string
  /** A copy of the files that are not ignored, which every contender reads. */
  folder: string
  files: StoredFile[]
  /** TypeScript and JavaScript among them, the only ones that all contenders read. */
  code: string[]
  bytes: number
}

const isCode = (path: string) => /\.[cm]?[jt]sx?$/.test(path)

/** The repository that `BENCH_REPOSITORY` names by its path, or this one, copied aside. */
export function benchRepository(): BenchRepository {
  const source = process.env.BENCH_REPOSITORY ?? root
  const folder = mkdtempSync(join(tmpdir(), 'bench-analysis-'))
  const tracked = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: source,
    maxBuffer: 2 ** 28,
  })
  const files = tracked
    .toString()
    .split('\0')
    .filter((path) => path !== '' && statSync(join(source, path), { throwIfNoEntry: false })?.isFile())
    .sort()
    .map((path): StoredFile => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      cpSync(join(source, path), join(folder, path))
      const content = readFileSync(join(folder, path))
      return [path, content.length, createHash('sha256').update(content).digest('hex').slice(0, hashLength)]
    })
  // The others read settings that extend installed packages.
  if (source === root) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const code = files.map(([path]) => path).filter(isCode)
  const bytes = files.reduce((sum, [path, size]) => sum + (isCode(path) ? size : 0), 0)
  return {
    name: source === root ? 'this repository' : source.slice(source.lastIndexOf('/') + 1),
    folder,
    files,
    code,
    bytes,
  }
}

export const snapshotOf = ({ folder, files }: BenchRepository) => diskSnapshot('bench', folder, files)
