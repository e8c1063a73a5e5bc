import { formatMoney } from '~/lib/format_money'
import { formatDay } from './price'

interface DayBarsProps {
  /** The first day of the month, and of the next. */
  from: string
  to: string
  days: { day: string; micros: number }[]
}

const DAY_MS = 86_400_000
const HEIGHT = 48

/** What each day of the month has cost. The figures are read out; the picture is for the eye. */
export function DayBars({ from, to, days }: DayBarsProps) {
  const start = Date.parse(from)
  const count = Math.round((Date.parse(to) - start) / DAY_MS)
  const byDay = new Map(days.map(({ day, micros }) => [day, micros]))
  const most = Math.max(1, ...days.map(({ micros }) => micros))
  const bars = Array.from({ length: count }, (_, i) => {
    const day = new Date(start + i * DAY_MS).toISOString().slice(0, 10)
    return { day, micros: byDay.get(day) ?? 0 }
  })
  return (
    <figure>
      <svg
        viewBox={`0 0 ${count * 10} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-20 w-full"
        role="img"
      >
        <title>Cost per day this month</title>
        {bars.map(({ day, micros }, i) => {
          const height = micros === 0 ? 1 : Math.max(2, (micros / most) * HEIGHT)
          return (
            <rect
              key={day}
              x={i * 10 + 1}
              y={HEIGHT - height}
              width={8}
              height={height}
              className={micros === 0 ? 'fill-line' : 'fill-accent'}
            >
              <title>
                {formatDay(day)}: {formatMoney(micros)}
              </title>
            </rect>
          )
        })}
      </svg>
      <figcaption className="mt-1 flex justify-between text-xs text-muted">
        <span>{formatDay(from)}</span>
        <span>to the end of the month</span>
      </figcaption>
    </figure>
  )
}
