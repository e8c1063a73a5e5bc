import { lazy, Suspense } from 'react'
import { Loading, Skeleton } from '~/components/skeleton'
import { ArtifactStates } from '../artifacts/artifact_states'
import { Missing } from '../artifacts/missing'
import { artifactHref, latestOf, useArtifact } from '../artifacts/use_artifact'
import type { Workflow } from '../server_types'

const DiffFiles = lazy(() => import('./diff_files'))

export function DiffTab({ workflow }: { workflow: Workflow }) {
  const patch = useArtifact<string>(workflow, 'patch', 'text')
  const skeleton = <DiffSkeleton />
  return (
    <ArtifactStates
      artifact={patch}
      name="diff"
      none={<Missing workflow={workflow} step="generate" what="diff" />}
      skeleton={skeleton}
    >
      {(text) => (
        <Suspense fallback={<Loading label="The diff is loading">{skeleton}</Loading>}>
          <DiffFiles
            patch={text}
            patchHref={artifactHref(workflow.id, 'patch')}
            mailHref={latestOf(workflow, 'mail') && artifactHref(workflow.id, 'mail')}
          />
        </Suspense>
      )}
    </ArtifactStates>
  )
}

const WIDTHS = ['w-1/3', 'w-2/3', 'w-1/2', 'w-3/4', 'w-2/5', 'w-3/5']

function DiffSkeleton() {
  return (
    <div className="grid gap-3">
      <Skeleton className="w-40" />
      <div className="rounded-lg border bg-surface">
        <div className="border-b p-2.5">
          <Skeleton className="w-1/2" />
        </div>
        <div className="grid gap-2 p-3">
          {WIDTHS.map((width) => (
            <Skeleton key={width} className={`h-3 ${width}`} />
          ))}
        </div>
      </div>
    </div>
  )
}
