import type { LogLine } from '../live/log_lines.js'

/** What a command printed below the line of ours that announces it: indexes, `end` is the first behind it. */
export interface Section {
  head: number
  end: number
}

/** A line of ours begins a section when somebody else speaks after it; what ours come between ends it. */
export function sectionsOf(lines: readonly LogLine[]): Section[] {
  const sections: Section[] = []
  let open: Section | null = null
  for (const [index, { stream }] of lines.entries()) {
    if (stream !== 'system') {
      if (open || lines[index - 1]?.stream !== 'system') continue
      open = { head: index - 1, end: lines.length }
      sections.push(open)
    } else if (open) {
      open.end = index
      open = null
    }
  }
  return sections
}

/** Which lines are shown while sections are folded, by their heads; null for all. */
export function shownLines(
  count: number,
  sections: readonly Section[],
  folded: ReadonlySet<number>
): number[] | null {
  const closed = sections.filter(({ head }) => folded.has(head))
  if (closed.length === 0) return null
  const shown: number[] = []
  let at = 0
  for (const { head, end } of closed) {
    while (at <= head) shown.push(at++)
    at = end
  }
  while (at < count) shown.push(at++)
  return shown
}

/** Where a line stands among those shown; where its head does, if it is folded away. */
export function rowOf(shown: readonly number[] | null, index: number): number {
  if (!shown) return index
  let low = 0
  let high = shown.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (shown[middle]! <= index) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
