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
  /** The most changed files with code that are still there. */
  hot: { path: string; commits: number; authors: number; last: string; lines: number; users: number }[]
}

const MOST_HOT = 50
const MOST_WEEKS = 103

/** How the repository changes: when, how much, and where most. */
export function showTimeline({ churn, graph }: OpenMap): TimelineAnswer {
  const hot = graph.files.flatMap(({ path, lines, node, skipped, symbols, imports }) => {
    const file = churn?.files[path]
    const isCode = skipped === null && symbols.length + imports.length > 0
    return file && isCode ? [{ path, ...file, lines, users: graph.adjacency.in(node).length }] : []
  })
  hot.sort((a, b) => b.commits - a.commits || b.users - a.users || (a.path < b.path ? -1 : 1))
  return {
    known: churn !== null,
    commits: churn?.commits ?? 0,
    from: churn?.from ?? null,
    to: churn?.to ?? null,
    weeks: everyWeek(churn?.weeks ?? []),
    latest: churn?.latest ?? [],
    hot: hot.slice(0, MOST_HOT),
  }
}

const WEEK_MS = 7 * 86_400_000

/** Weeks without a commit, too: time runs evenly. */
function everyWeek(weeks: Churn['weeks']): Churn['weeks'] {
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last) return []
  const known = new Map(weeks.map((week) => [week.week, week]))
  const all: Churn['weeks'] = []
  for (
    let at = Math.max(Date.parse(first.week), Date.parse(last.week) - MOST_WEEKS * WEEK_MS);
    at <= Date.parse(last.week);
    at += WEEK_MS
  ) {
    const week = new Date(at).toISOString().slice(0, 10)
    all.push(known.get(week) ?? { week, commits: 0, files: 0 })
  }
  return all
}
