import { useNow } from '~/hooks/use_now'
import { cn } from '~/lib/cn'
import { formatDuration } from '~/lib/format_duration'

interface DurationProps {
  /** Milliseconds that have passed. */
  ms: number
  className?: string
}

export function Duration({ ms, className }: DurationProps) {
  return <span className={cn('tabular whitespace-nowrap', className)}>{formatDuration(ms)}</span>
}

interface LiveDurationProps {
  /** ISO 8601. */
  since: string
  /** ISO 8601; while null, the figure ticks each second. */
  until: string | null
  className?: string
}

/** The time between two moments; ticks while the second has not come. */
export function LiveDuration({ since, until, className }: LiveDurationProps) {
  const now = useNow(until === null)
  const end = until === null ? now : Date.parse(until)
  return (
    <span className={cn('tabular whitespace-nowrap', className)}>
      {formatDuration(end - Date.parse(since), { whole: until === null })}
    </span>
  )
}
