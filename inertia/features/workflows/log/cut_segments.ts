import type { Segment } from './ansi.js'
import type { Match } from './search.js'

export interface Piece extends Segment {
  /** Index of the match that the piece belongs to; null outside of any. */
  match: number | null
}

/** Cuts the coloured segments of a line where matches begin and end. */
export function cutSegments(
  segments: readonly Segment[],
  found: readonly { match: Match; index: number }[]
): Piece[] {
  if (found.length === 0) return segments.map((segment) => ({ ...segment, match: null }))
  const pieces: Piece[] = []
  let at = 0
  for (const segment of segments) {
    const end = at + segment.text.length
    let from = at
    for (const { match, index } of found) {
      if (match.end <= from || match.start >= end) continue
      const start = Math.max(match.start, from)
      const stop = Math.min(match.end, end)
      if (start > from)
        pieces.push({ ...segment, text: segment.text.slice(from - at, start - at), match: null })
      pieces.push({ ...segment, text: segment.text.slice(start - at, stop - at), match: index })
      from = stop
    }
    if (from < end) pieces.push({ ...segment, text: segment.text.slice(from - at), match: null })
    at = end
  }
  return pieces
}
