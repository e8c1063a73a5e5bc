import { useNow } from '~/hooks/use_now'
import { formatExactTime, formatRelativeTime } from '~/lib/format_time'

interface RelativeTimeProps {
  /** ISO 8601. */
  at: string
  className?: string
}

/** How long ago, kept up to date; the exact moment on hover and for machines. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const now = useNow()
  const moment = Date.parse(at)
  return (
    <time dateTime={at} title={formatExactTime(moment)} className={className}>
      {formatRelativeTime(moment, now)}
    </time>
  )
}
