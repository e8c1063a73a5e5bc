import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LogLine } from '../live/log_lines'
import { type Section, sectionsOf, shownLines } from './sections'

const ALL_OPEN: ReadonlySet<number> = new Set()

export interface Sections {
  /** Length of what lies below each head, by the head's index. */
  byHead: ReadonlyMap<number, Section>
  folded: ReadonlySet<number>
  /** Indexes of the lines that are shown; null for all. */
  shown: readonly number[] | null
  toggle: (head: number) => void
  toggleAll: () => void
  /** Unfolds what hides a line, at once. */
  reveal: (index: number) => void
}

/** What of a log is folded away, section by section. */
export function useSections(lines: readonly LogLine[]): Sections {
  const [folded, setFolded] = useState(ALL_OPEN)
  const sections = useMemo(() => sectionsOf(lines), [lines])
  const byHead = useMemo(() => new Map(sections.map((one) => [one.head, one])), [sections])
  const shown = useMemo(() => shownLines(lines.length, sections, folded), [lines.length, sections, folded])

  function toggle(head: number) {
    const next = new Set(folded)
    if (!next.delete(head)) next.add(head)
    setFolded(next)
  }
  function reveal(index: number) {
    const hiding = sections.find(({ head, end }) => folded.has(head) && head < index && index < end)
    if (hiding) flushSync(() => toggle(hiding.head))
  }
  const toggleAll = () => setFolded(folded.size > 0 ? ALL_OPEN : new Set(byHead.keys()))
  return { byHead, folded, shown, toggle, toggleAll, reveal }
}
