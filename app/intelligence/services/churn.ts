import type { ProjectSource } from '#intelligence/services/project_source'
import { type Change, deepenHistory, readChanges } from '#projects/git/history'

/** How a repository has changed lately, as far back as `commits` reach. */
export interface Churn {
  commits: number
  /** ISO dates of the oldest and newest commit counted. */
  from: string | null
  to: string | null
  /** By path: how many commits touched it, by how many authors, and when last. */
  files: Record<string, { commits: number; authors: number; last: string }>
  /** ISO date of each week's Monday, oldest first. */
  weeks: { week: string; commits: number; files: number }[]
  /** The newest ones. */
  latest: { commit: string; at: string; author: string; subject: string; files: number }[]
}

const GENERATIONS = 500
const MOST_COMMITS = 2000
const LATEST = 60

/** Throws `GitError`. */
export async function readChurn(source: ProjectSource, commit: string, signal: AbortSignal): Promise<Churn> {
  const input = { mirrorDir: source.mirrorDir, commit, signal }
  await deepenHistory({ ...source.access, ...input }, GENERATIONS)
  return countChurn(await readChanges(input, MOST_COMMITS))
}

export function countChurn(changes: readonly Change[]): Churn {
  const files = new Map<string, { commits: number; authors: Set<string>; last: string }>()
  const weeks = new Map<string, { commits: number; paths: Set<string> }>()
  for (const { at, author, paths } of changes) {
    const week = mondayOf(at)
    const inWeek = weeks.get(week) ?? { commits: 0, paths: new Set() }
    weeks.set(week, inWeek)
    inWeek.commits += 1
    for (const path of paths) {
      inWeek.paths.add(path)
      const file = files.get(path) ?? { commits: 0, authors: new Set(), last: at }
      files.set(path, file)
      file.commits += 1
      file.authors.add(author)
    }
  }
  return {
    commits: changes.length,
    from: changes.at(-1)?.at ?? null,
    to: changes[0]?.at ?? null,
    files: Object.fromEntries(
      [...files].map(([path, { commits, authors, last }]) => [path, { commits, authors: authors.size, last }])
    ),
    weeks: [...weeks]
      .map(([week, { commits, paths }]) => ({ week, commits, files: paths.size }))
      .sort((a, b) => a.week.localeCompare(b.week)),
    latest: changes.slice(0, LATEST).map(({ paths, ...entry }) => ({ ...entry, files: paths.length })),
  }
}

function mondayOf(at: string) {
  const date = new Date(at)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
