export type Range = { startOffset: number; endOffset: number; count: number }
/** Where execution was seen, as disjoint ascending `[start, end)` offsets. */
export type Executed = [start: number, end: number][]

/** V8's ranges nest and the innermost decides; this flattens them to the stretches with a count above 0. */
export function executedSegments(ranges: Range[]): Executed {
  const sorted = ranges.toSorted((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset)
  const executed: Executed = []
  const open: Range[] = []
  let at = 0
  const advance = (to: number) => {
    if ((open.at(-1)?.count ?? 0) > 0 && to > at) append(executed, at, to)
    at = Math.max(at, to)
  }
  const close = (limit: number) => {
    while (open.length > 0 && open.at(-1)!.endOffset <= limit) {
      advance(open.at(-1)!.endOffset)
      open.pop()
    }
  }
  for (const range of sorted) {
    close(range.startOffset)
    advance(range.startOffset)
    open.push(range)
  }
  close(Number.POSITIVE_INFINITY)
  return executed
}

function append(executed: Executed, start: number, end: number) {
  const last = executed.at(-1)
  if (last?.[1] === start) last[1] = end
  else executed.push([start, end])
}

/** Whether any offset in `[start, end)` was executed. */
export function isExecuted(executed: Executed, start: number, end: number): boolean {
  let low = 0
  let high = executed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (executed[middle][1] > start) high = middle
    else low = middle + 1
  }
  return low < executed.length && executed[low][0] < end
}
