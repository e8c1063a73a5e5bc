/** How many live streams of the API one team may hold open in one process. */
export const MAX_STREAMS_PER_TEAM = 50

const open = new Map<string, number>()

/** @returns what gives the slot back, to be called once; null when the team has none left */
export function takeStreamSlot(teamId: string): (() => void) | null {
  const taken = open.get(teamId) ?? 0
  if (taken >= MAX_STREAMS_PER_TEAM) return null
  open.set(teamId, taken + 1)
  return () => {
    const left = (open.get(teamId) ?? 1) - 1
    if (left > 0) open.set(teamId, left)
    else open.delete(teamId)
  }
}
