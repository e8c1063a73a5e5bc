import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { cn } from '~/lib/cn'
import { formatExactTime } from '~/lib/format_time'
import type { LogLine } from '../live/log_lines'
import { formatClock } from './clock'
import { LogText } from './log_text'
import type { Match } from './search'
import { STREAMS } from './streams'

interface LogRowProps {
  line: LogLine
  /** The line before came from another stream, or there is none. */
  speakerChanges: boolean
  selected: boolean
  wrap: boolean
  digits: number
  time: boolean
  /** Its index when output follows that can be folded away. */
  head: number | null
  /** How many lines are folded away behind it. */
  hidden: number
  found: readonly { match: Match; index: number }[]
  current: number | null
  href: string
}

/** A press on its number or its fold is heard by the list, so that rows stay the same while it scrolls. */
export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { line, speakerChanges, selected, wrap, digits, head, hidden, found, current, href } = props
  const stream = STREAMS[line.stream]
  return (
    <div
      className={cn(
        'flex min-h-5 w-full border-l-2 pr-3',
        stream.className,
        selected ? 'bg-accent-soft' : 'hover:bg-raised/60'
      )}
    >
      <a
        href={href}
        data-line={line.number}
        tabIndex={-1}
        aria-label={`Line ${line.number}`}
        aria-current={selected || undefined}
        title={formatExactTime(Date.parse(line.at))}
        style={{ width: `${digits + 2}ch` }}
        className={cn(
          'tabular sticky left-0 shrink-0 px-[1ch] text-right select-none hover:text-text hover:underline',
          selected ? 'bg-accent-soft text-accent' : 'bg-surface text-muted'
        )}
      >
        {line.number}
      </a>
      {props.time && (
        <span className="tabular w-[10ch] shrink-0 text-muted select-none">{formatClock(line.at)}</span>
      )}
      <span className="w-[2ch] shrink-0 select-none">
        {head !== null && (
          <button
            type="button"
            data-head={head}
            aria-expanded={hidden === 0}
            aria-label={`Output below line ${line.number}`}
            className="grid size-5 place-items-center rounded text-muted hover:text-text [&>svg]:size-3.5"
          >
            {hidden === 0 ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
          </button>
        )}
      </span>
      <span
        title={stream.label}
        aria-hidden={!speakerChanges}
        className="w-[4ch] shrink-0 select-none max-sm:hidden"
      >
        {speakerChanges && stream.short}
      </span>
      <span
        dir="ltr"
        className={cn(
          'min-w-0 flex-1 text-text',
          wrap ? 'whitespace-pre-wrap wrap-anywhere' : 'whitespace-pre'
        )}
      >
        <LogText line={line} found={found} current={current} />
        {hidden > 0 && (
          <span className="ml-[1ch] text-muted select-none">
            … {hidden.toLocaleString('en')} {hidden === 1 ? 'line' : 'lines'}
          </span>
        )}
      </span>
    </div>
  )
})
