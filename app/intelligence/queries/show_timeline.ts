import type { Churn } from '#intelligence/services/churn'
import type { OpenMap } from '#intelligence/services/open_map'

export interface TimelineAnswer {
  /** False when the repository's host gave no history. */
  known: boolean
  commits: number
  from: string | null
  to: string | null
  weeks: Churn['weeks']
  latest: Churn['latest']
  /** The most changed files that are still there. */
  hot: { path: string; commits: number; authors: number; last: string; lines: number; users: number }[]
}

const MOST_HOT = 50

/** How the repository changes: when, how much, and where most. */
export function showTimeline({ churn, graph }: OpenMap): TimelineAnswer {
  const hot = graph.files.flatMap(({ path, lines, node }) => {
    const file = churn?.files[path]
    return file ? [{ path, ...file, lines, users: graph.adjacency.in(node).length }] : []
  })
  hot.sort((a, b) => b.commits - a.commits || b.users - a.users || (a.path < b.path ? -1 : 1))
  return {
    known: churn !== null,
    commits: churn?.commits ?? 0,
    from: churn?.from ?? null,
    to: churn?.to ?? null,
    weeks: churn?.weeks.slice(-104) ?? [],
    latest: churn?.latest ?? [],
    hot: hot.slice(0, MOST_HOT),
  }
}
