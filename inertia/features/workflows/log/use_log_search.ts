import { useDeferredValue, useMemo, useState } from 'react'
import type { LogLine } from '../live/log_lines'
import { findMatches, type Match } from './search'

export interface LogSearch {
  query: string
  setQuery: (query: string) => void
  matches: readonly Match[]
  /** Index of the match one stands on; null before the first step. */
  current: number | null
  /** Goes to the next match, or back with -1; beyond the last comes the first. */
  move: (by: 1 | -1) => void
}

/** The search within one log; `onMatch` hears the index of the line that was gone to. */
export function useLogSearch(
  lines: readonly LogLine[],
  query: string,
  setQuery: (query: string) => void,
  onMatch: (line: number) => void
): LogSearch {
  const deferred = useDeferredValue(query)
  const matches = useMemo(() => findMatches(lines, deferred), [lines, deferred])
  const [place, setPlace] = useState<{ query: string; index: number } | null>(null)
  const current = place && place.query === deferred && place.index < matches.length ? place.index : null

  function move(by: 1 | -1) {
    if (matches.length === 0) return
    const start = by === 1 ? -1 : matches.length
    const index = ((current ?? start) + by + matches.length) % matches.length
    setPlace({ query: deferred, index })
    onMatch(matches[index]!.line)
  }

  return { query, setQuery, matches, current, move }
}
