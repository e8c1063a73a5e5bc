import { Progress } from '~/components/progress'
import { LIMITS } from './limit_words'
import { formatDay } from './price'
import type { LimitState } from './server_types'

const NEARLY = 0.8

/** How much of each limit is used. */
export function LimitList({ limits }: { limits: LimitState[] }) {
  const reset = limits.find(({ resetsAt }) => resetsAt)?.resetsAt
  return (
    <div className="grid gap-5">
      <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {limits.map((state) => (
          <Limit key={state.limit} {...state} />
        ))}
      </ul>
      {reset && <p className="text-sm text-muted">Monthly counts begin anew on {formatDay(reset)}.</p>}
    </div>
  )
}

function Limit({ limit, used, max, resetsAt }: LimitState) {
  const { label, format } = LIMITS[limit] ?? { label: limit, format: String }
  // What is full for good, as the one member of Free, is no warning.
  const tone = max === null || !resetsAt || used < max * NEARLY ? 'accent' : used < max ? 'warn' : 'bad'
  return (
    <li className="grid content-start gap-1.5">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="text-sm text-muted">{label}</span>
        <span className="tabular text-sm font-medium">
          {format(used)}
          <span className="font-normal text-muted">
            {max === null ? ' · no limit' : ` of ${format(max)}`}
          </span>
        </span>
      </p>
      {max !== null && <Progress label={label} value={used} max={Math.max(max, 1)} tone={tone} />}
    </li>
  )
}
