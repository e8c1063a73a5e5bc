import type { Job } from '#shared/jobs/job'

export interface MapRepositoryPayload {
  mapId: string
}

/** Makes a requested map. What it cannot mend is told on the map itself. */
export const mapRepositoryJob: Job<MapRepositoryPayload> = {
  name: 'intelligence.map_repository',
  maxAttempts: 4,
  leaseSeconds: 1800,
  async run({ mapId }, { teamId, attempt, signal }) {
    const { default: MapRepository } = await import('#intelligence/actions/map_repository')
    await new MapRepository().execute({ teamId: teamId!, mapId, lastTry: attempt >= 4, signal })
  },
}
