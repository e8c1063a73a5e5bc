import transmit from '@adonisjs/transmit/services/main'
import { teamRows } from '#accounts/services/team_rows'

export type MapStatus = 'queued' | 'running' | 'ready' | 'failed' | 'cancelled'

export const mapChannel = (projectId: string) => `maps/${projectId}`

/** Tells whoever looks at a project's map that it has come further; the page asks for the rest. */
export function announceMap(projectId: string, status: MapStatus, phase: string | null) {
  transmit.broadcast(mapChannel(projectId), { status, phase })
}

/** The map was cancelled, or another worker has brought it to its end. */
export class MapNotWanted extends Error {}

export interface MapRef {
  teamId: string
  projectId: string
  mapId: string
}

/** @throws MapNotWanted when it is not being made any more */
export async function setPhase({ teamId, projectId, mapId }: MapRef, phase: string) {
  const rows = await teamRows<{ id: string }>(
    teamId,
    `update code_maps set phase = $2 where id = $1 and status = 'running' returning id`,
    [mapId, phase.slice(0, 200)]
  )
  if (rows.length === 0) throw new MapNotWanted()
  announceMap(projectId, 'running', phase)
}

export async function failMap({ teamId, projectId, mapId }: MapRef, error: string) {
  await teamRows(
    teamId,
    `update code_maps set status = 'failed', error = left($2, 2000), phase = null, finished_at = now()
     where id = $1 and status in ('queued', 'running')`,
    [mapId, error]
  )
  announceMap(projectId, 'failed', null)
}

const LOOK_EVERY_MS = 1000

/** Aborts when the map is cancelled by somebody; call `end` when it is made. */
export function watchCancellation({ teamId, mapId }: MapRef, outer: AbortSignal) {
  const cancelled = new AbortController()
  const timer = setInterval(async () => {
    const [row] = await teamRows<{ status: MapStatus }>(
      teamId,
      'select status from code_maps where id = $1',
      [mapId]
    ).catch(() => [{ status: 'running' as MapStatus }])
    if (row?.status !== 'running') cancelled.abort(new MapNotWanted())
  }, LOOK_EVERY_MS).unref()
  return { signal: AbortSignal.any([outer, cancelled.signal]), end: () => clearInterval(timer) }
}
