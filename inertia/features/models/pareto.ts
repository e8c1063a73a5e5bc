export interface Point {
  model: string
  /** Of one task, in micro-dollars. */
  cost: number
  /** Share of tasks that were verified, 0 to 1. */
  verified: number
}

/** Those that have solved anything and that no other beats in both, cheapest first: spending more buys more. */
export function front(points: readonly Point[]): Point[] {
  return points
    .filter((one) => one.verified > 0 && !points.some((other) => beats(other, one)))
    .sort((a, b) => a.cost - b.cost || b.verified - a.verified)
}

function beats(other: Point, one: Point): boolean {
  const noWorse = other.cost <= one.cost && other.verified >= one.verified
  return noWorse && (other.cost < one.cost || other.verified > one.verified)
}
