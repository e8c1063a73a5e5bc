import { formatMoney } from '~/lib/format_money'
import { front, type Point } from './pareto'

const WIDTH = 560
const HEIGHT = 260
const EDGE = { left: 44, right: 16, top: 12, bottom: 34 }

/** Cost of one task against the share that was verified; the line joins those that nothing beats in both. */
export function ParetoChart({ points }: { points: readonly Point[] }) {
  const most = Math.max(...points.map(({ cost }) => cost), 1) * 1.1
  const x = (cost: number) => EDGE.left + (cost / most) * (WIDTH - EDGE.left - EDGE.right)
  const y = (verified: number) => EDGE.top + (1 - verified) * (HEIGHT - EDGE.top - EDGE.bottom)
  const best = front(points)
  const described = points
    .map(
      ({ model, cost, verified }) =>
        `${model}: ${Math.round(verified * 100)} % verified at ${formatMoney(cost)} a task`
    )
    .join('; ')
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={described}
      className="w-full max-w-2xl text-muted"
    >
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            x1={EDGE.left}
            x2={WIDTH - EDGE.right}
            y1={y(share)}
            y2={y(share)}
            stroke="currentColor"
            strokeOpacity={0.18}
          />
          <text x={EDGE.left - 6} y={y(share) + 4} textAnchor="end" fontSize={11} fill="currentColor">
            {share * 100} %
          </text>
        </g>
      ))}
      {[0, 0.5, 1].map((part) => (
        <text
          key={part}
          x={x((most / 1.1) * part)}
          y={HEIGHT - 16}
          textAnchor="middle"
          fontSize={11}
          fill="currentColor"
        >
          {formatMoney(Math.round((most / 1.1) * part))}
        </text>
      ))}
      <text x={WIDTH - EDGE.right} y={HEIGHT - 3} textAnchor="end" fontSize={11} fill="currentColor">
        cost of a task
      </text>
      <polyline
        points={best.map(({ cost, verified }) => `${x(cost)},${y(verified)}`).join(' ')}
        fill="none"
        className="stroke-accent"
        strokeWidth={2}
      />
      {points.map((point) => {
        const unbeaten = best.includes(point)
        const late = x(point.cost) > WIDTH * 0.7
        return (
          <g key={point.model}>
            <circle
              cx={x(point.cost)}
              cy={y(point.verified)}
              r={5}
              className={unbeaten ? 'fill-accent' : 'fill-muted'}
            />
            <text
              x={x(point.cost) + (late ? -9 : 9)}
              y={y(point.verified) + 4}
              textAnchor={late ? 'end' : 'start'}
              fontSize={12}
              className="fill-text"
            >
              {point.model}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
