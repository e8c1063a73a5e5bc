const RANK_OFFSET = 60

/** Reciprocal rank fusion: what stands in several lists comes before a good hit of one. */
export function fused(lists: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>()
  for (const list of lists)
    for (const [rank, id] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (RANK_OFFSET + rank))
  return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}
