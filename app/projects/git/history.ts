import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkedCommit } from '#projects/git/checked_names'
import type { RemoteAccess } from '#projects/git/contract'
import { withLock } from '#projects/git/lock'
import { knownHostsOf, lockOf, repositoryOf } from '#projects/git/mirror_layout'
import { runRemoteGit } from '#projects/git/remote_git'
import { gitText, runGit } from '#projects/git/run_git'

export interface HistoryInput {
  mirrorDir: string
  /** Pinned in the mirror already. */
  commit: string
  signal?: AbortSignal
}

export interface LogEntry {
  commit: string
  at: string
  author: string
  subject: string
}

/** A commit with the paths that it touched. */
export interface Change extends LogEntry {
  paths: string[]
}

const MAX_LOG_BYTES = 64 * 2 ** 20
const format = '--format=%x01%H%x00%cI%x00%aN%x00%s%x00'

/**
 * Fetches up to so many generations of history before a pinned commit into its mirror, which otherwise holds
 * the commit alone.
 *
 * @throws GitError
 */
export async function deepenHistory(input: HistoryInput & RemoteAccess, generations: number) {
  const { mirrorDir, commit } = input
  const access = { knownHosts: knownHostsOf(mirrorDir), ...input }
  const refspec = `+${checkedCommit(commit)}:refs/agentops/pins/${commit}`
  const how = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules']
  const run = () =>
    runRemoteGit(
      access,
      (url) => ['fetch', ...how, '--no-auto-maintenance', `--depth=${generations}`, '--', url, refspec],
      { gitDir: repositoryOf(mirrorDir) }
    )
  await withLock(lockOf(mirrorDir), run, input.signal)
}

/** The commits at which our copy of the history ends: each seems to have added every file there was. */
async function boundary(mirrorDir: string): Promise<Set<string>> {
  const text = await readFile(join(repositoryOf(mirrorDir), 'shallow'), 'utf8').catch(() => '')
  return new Set(text.split('\n').filter(Boolean))
}

/** The newest commits first, each with what it touched; merges and the edge of what was fetched are left out. */
export async function readChanges(
  { mirrorDir, commit, signal }: HistoryInput,
  most: number
): Promise<Change[]> {
  const args = ['log', '-z', '--no-merges', '--no-renames', '--name-only', `--max-count=${most}`, format]
  const { stdout } = await runGit([...args, checkedCommit(commit), '--'], {
    gitDir: repositoryOf(mirrorDir),
    signal,
    maxOutputBytes: MAX_LOG_BYTES,
  })
  const edge = await boundary(mirrorDir)
  return stdout
    .toString('utf8')
    .split('\x01')
    .slice(1)
    .map(readChange)
    .filter((change) => !edge.has(change.commit))
}

function readChange(record: string): Change {
  const [commit = '', at = '', author = '', subject = '', ...rest] = record.split('\0')
  const paths = rest.map((path) => path.replace(/^\n/, '')).filter(Boolean)
  return { commit, at, author, subject, paths }
}

/** The newest commits that touched a file or, with `lines`, these lines of it. */
export async function readFileLog(
  { mirrorDir, commit, signal }: HistoryInput,
  path: string,
  lines: { from: number; to: number } | null,
  most = 20
): Promise<LogEntry[]> {
  const what = lines ? ['-s', `-L${lines.from},${lines.to}:${path}`] : []
  const args = ['log', `--max-count=${most}`, format, ...what, checkedCommit(commit), '--']
  const text = await gitText(lines ? args : [...args, path], {
    gitDir: repositoryOf(mirrorDir),
    signal,
    timeoutMs: 15_000,
    maxOutputBytes: 2 ** 20,
  })
  return text
    .split('\x01')
    .slice(1)
    .map((record) => {
      const { paths: _, ...entry } = readChange(record)
      return entry
    })
}
