import { Map as MapIcon } from 'lucide-react'
import { Banner } from '~/components/banner'
import { EmptyState } from '~/components/empty_state'
import { Loading, Skeleton } from '~/components/skeleton'
import type { ProjectMap } from '../server_types'

/** In the place of a map that is not there yet. */
export function NoMap({ progress, phase }: { progress: ProjectMap['progress']; phase: string | null }) {
  if (progress?.status === 'queued' || progress?.status === 'running') {
    return (
      <Loading label="The map is being made">
        <p className="mb-4 text-muted">{phase ?? progress.phase ?? 'Waiting for a worker'}…</p>
        <div className="grid gap-3 sm:grid-cols-3">
          {Array.from({ length: 9 }, (_, box) => (
            <Skeleton key={box} className="h-12 w-full rounded-md" />
          ))}
        </div>
      </Loading>
    )
  }
  return (
    <>
      <MapFailure progress={progress} />
      <EmptyState icon={MapIcon} title="No map yet">
        The map shows what the repository is made of and what uses what. Refresh to have it made; it takes a
        few seconds for most repositories.
      </EmptyState>
    </>
  )
}

/** Why the map that was asked for last did not come to be. */
export function MapFailure({ progress }: { progress: ProjectMap['progress'] }) {
  if (progress?.status !== 'failed') return null
  return (
    <Banner tone="bad" title="The newest map could not be made" className="mb-4">
      {progress.error ?? 'The reason is not known.'} Refresh to try again.
    </Banner>
  )
}
