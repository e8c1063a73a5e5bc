import { memo } from 'react'
import { cn } from '~/lib/cn'
import { formatExactTime } from '~/lib/format_time'
import type { LogLine } from '../live/log_lines'
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
  found: readonly { match: Match; index: number }[]
  current: number | null
  href: string
}

/** A press on its number is heard by the list, so that rows stay the same while it scrolls. */
export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { line, speakerChanges, selected, wrap, digits, found, current, href } = props
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
      </span>
    </div>
  )
})
