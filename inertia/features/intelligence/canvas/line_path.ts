import type { Place, Point } from './layout_tree'

export interface LinePath {
  path: string
  /** The middle, for words beside the line. */
  x: number
  y: number
}

/** A line as it was laid out: the points of a spline come in threes, whatever is left over is drawn straight. */
export function linePath(points: readonly Point[]): LinePath | null {
  const [start, ...rest] = points
  if (!start || rest.length === 0) return null
  const parts = [`M${start.x},${start.y}`]
  let at = 0
  for (; at + 2 < rest.length; at += 3)
    parts.push(
      `C${rest
        .slice(at, at + 3)
        .map(({ x, y }) => `${x},${y}`)
        .join(' ')}`
    )
  for (const { x, y } of rest.slice(at)) parts.push(`L${x},${y}`)
  const middle = points[Math.floor(points.length / 2)] ?? start
  return { path: parts.join(' '), x: middle.x, y: middle.y }
}

/** Between the sides that face each other. */
export function straight(from: Place | undefined, to: Place | undefined): Point[] {
  if (!from || !to) return []
  const below = to.y >= from.y
  return [
    { x: from.x + from.width / 2, y: below ? from.y + from.height : from.y },
    { x: to.x + to.width / 2, y: below ? to.y : to.y + to.height },
  ]
}

/** Places from the corner of the whole picture instead of from their frames. */
export function absolutePlaces(
  nodes: readonly { id: string; parent: string | null }[],
  places: ReadonlyMap<string, Place>
): Map<string, Place> {
  const at = new Map<string, Place>()
  for (const { id, parent } of nodes) {
    const place = places.get(id)
    const outer = parent === null ? { x: 0, y: 0 } : at.get(parent)
    if (place && outer) at.set(id, { ...place, x: place.x + outer.x, y: place.y + outer.y })
  }
  return at
}
