import { count } from '../kinds'
import type { TimelineAnswer } from '../server_types'

const HEIGHT = 96
const STEP = 14
const BAR = 10

/** A bar for each week; the figures are read out and stand in a title. */
export function WeekChart({ weeks }: { weeks: TimelineAnswer['weeks'] }) {
  const most = Math.max(1, ...weeks.map(({ commits }) => commits))
  const width = Math.max(weeks.length * STEP, STEP)
  const busiest = weeks.reduce((best, week) => (week.commits > best.commits ? week : best), weeks[0]!)
  return (
    <figure className="overflow-x-auto rounded-lg border bg-surface p-3">
      <svg
        role="img"
        aria-label={`${count(weeks.length, 'week')}; the busiest began on ${busiest.week} with ${count(busiest.commits, 'commit')}`}
        viewBox={`0 0 ${width} ${HEIGHT + 4}`}
        preserveAspectRatio="none"
        className="h-25 w-full min-w-xl"
      >
        {weeks.map(({ week, commits, files }, index) => {
          const height = commits === 0 ? 0 : Math.max(2, Math.round((commits / most) * HEIGHT))
          return (
            <rect
              key={week}
              x={index * STEP + 2}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              rx={2}
              fill="var(--accent)"
            >
              <title>{`Week of ${week}: ${count(commits, 'commit')}, ${count(files, 'file')}`}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption className="tabular flex min-w-xl justify-between text-xs text-muted">
        <span>{weeks[0]?.week}</span>
        <span>{weeks.at(-1)?.week}</span>
      </figcaption>
    </figure>
  )
}
