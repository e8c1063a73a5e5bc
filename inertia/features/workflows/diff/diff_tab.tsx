import { lazy, Suspense } from 'react'
import { Loading, Skeleton } from '~/components/skeleton'
import { ArtifactStates } from '../artifacts/artifact_states'
import { Missing } from '../artifacts/missing'
import { artifactHref, latestOf } from '../artifacts/use_artifact'
import { useVersion } from '../artifacts/use_version'
import { VersionPicker } from '../artifacts/version_picker'
import type { ResultProps } from '../viewer/result_props'

const DiffFiles = lazy(() => import('./diff_files'))

export function DiffTab({ workflow, address, onAddress }: ResultProps) {
  const { artifact, ...picked } = useVersion<string>(workflow, 'patch', 'text', address)
  const { versions, chosen } = picked
  const skeleton = <DiffSkeleton />
  // Only what counts in the end is made into a mail.
  const mail = chosen === versions.at(-1) && latestOf(workflow, 'mail')
  return (
    <>
      <VersionPicker kind="patch" {...picked} onAddress={onAddress} />
      <ArtifactStates
        artifact={artifact}
        name="diff"
        none={<Missing workflow={workflow} step="generate" what="diff" />}
        skeleton={skeleton}
      >
        {(text) => (
          <Suspense fallback={<Loading label="The diff is loading">{skeleton}</Loading>}>
            <DiffFiles
              key={chosen?.artifact.id}
              patch={text}
              patchHref={artifactHref(workflow.id, 'patch', chosen?.artifact.id)}
              mailHref={mail ? artifactHref(workflow.id, 'mail') : null}
            />
          </Suspense>
        )}
      </ArtifactStates>
    </>
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
