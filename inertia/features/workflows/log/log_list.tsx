import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react'
import type { LogLine } from '../live/log_lines'
import { LogRow } from './log_row'
import { matchesOn } from './search'
import { rowOf } from './sections'
import { useFollow } from './use_follow'
import type { LogSearch } from './use_log_search'
import type { Sections } from './use_sections'

export interface LogListHandle {
  toIndex: (index: number) => void
  toEnd: () => void
}

interface LogListProps {
  label: string
  lines: readonly LogLine[]
  live: boolean
  follow: boolean
  onFollowChange: (follow: boolean) => void
  wrap: boolean
  /** The line that the address points at. */
  selected: number | null
  hrefOf: (line: number) => string
  onSelect: (line: number) => void
  search: LogSearch
  sections: Sections
  /** With the time of each line. */
  times: boolean
  handle: Ref<LogListHandle>
}

const ROW_PX = 20

/** Only the lines in sight are in the page, so ten thousand scroll like fifty. */
export function LogList(props: LogListProps) {
  const { lines, selected, wrap, search, sections } = props
  const { shown } = sections
  const count = shown?.length ?? lines.length
  const box = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    // Heights are remembered by line, not by place: what is folded away takes its own with it.
    getItemKey: (row) => shown?.[row] ?? row,
    estimateSize: () => ROW_PX,
    overscan: 16,
  })
  function toIndex(index: number) {
    box.current?.scrollIntoView({ block: 'nearest' })
    virtual.scrollToIndex(rowOf(shown, index), { align: 'center' })
  }
  const toEnd = () => virtual.scrollToIndex(count - 1, { align: 'end' })
  useImperativeHandle(props.handle, () => ({ toIndex, toEnd }))

  const following = useFollow(props.live, lines.length, props.follow, props.onFollowChange, toEnd)
  useJumpTo(selected, lines.length, toIndex)

  function onClick(event: MouseEvent) {
    const target = event.target instanceof Element ? event.target : null
    const fold = target?.closest('button[data-head]')
    if (fold) return sections.toggle(Number(fold.getAttribute('data-head')))
    const link = target?.closest('a[data-line]')
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    props.onSelect(Number(link.getAttribute('data-line')))
  }

  const rows = virtual.getVirtualItems()
  const digits = String(lines.length).length
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the link of a line is a click as well
    <section
      ref={box}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      {...following}
      onClick={onClick}
      className="min-h-0 flex-1 overflow-auto bg-surface py-2 font-mono text-sm leading-5 -outline-offset-2"
    >
      <div className="relative min-w-full" style={{ height: virtual.getTotalSize() }}>
        <div
          className={wrap ? 'w-full' : 'w-max min-w-full'}
          style={{ transform: `translateY(${rows[0]?.start ?? 0}px)` }}
        >
          {rows.map(({ index: row, key }) => {
            const index = shown?.[row] ?? row
            const line = lines[index]!
            const section = sections.byHead.get(index)
            return (
              <div key={key} data-index={row} ref={virtual.measureElement}>
                <LogRow
                  line={line}
                  speakerChanges={lines[index - 1]?.stream !== line.stream}
                  selected={line.number === selected}
                  wrap={wrap}
                  digits={digits}
                  time={props.times}
                  head={section ? index : null}
                  hidden={section && sections.folded.has(index) ? section.end - index - 1 : 0}
                  found={matchesOn(search.matches, index)}
                  current={search.current}
                  href={props.hrefOf(line.number)}
                />
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}

/** Goes once to the line that the address points at, as soon as it has come. */
function useJumpTo(line: number | null, count: number, toIndex: (index: number) => void) {
  const there = useRef<number | null>(null)
  const jump = useEffectEvent((index: number) => toIndex(index))
  useEffect(() => {
    if (line === null) there.current = null
    if (line === null || line > count || there.current === line) return
    const first = there.current === null
    there.current = line
    if (first) jump(line - 1)
  }, [line, count])
}
