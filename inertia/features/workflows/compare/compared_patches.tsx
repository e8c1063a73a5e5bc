import type { Data } from '@generated/data'
import { lazy, Suspense } from 'react'
import { Skeleton } from '~/components/skeleton'
import { artifactHref } from '../artifacts/use_artifact'

const DiffFiles = lazy(() => import('../diff/diff_files'))

type Side = Data.Workflows.WorkflowComparison['a']

/** Both changes against their commits; said once where they are the same. */
export function ComparedPatches({ a, b }: { a: Side; b: Side }) {
  if (a.patch !== null && a.patch === b.patch)
    return (
      <section>
        <h2 className="mb-2 font-semibold">The change</h2>
        <p className="mb-3 text-muted">Both come to the very same change.</p>
        <Patch side={a} />
      </section>
    )
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      {[a, b].map((side) => (
        <section key={side.id} className="min-w-0">
          <h2 className="mb-2 font-semibold">The change of #{side.number}</h2>
          <Patch side={side} />
        </section>
      ))}
    </div>
  )
}

function Patch({ side }: { side: Side }) {
  if (!side.patch) return <p className="text-muted">It came to no change.</p>
  return (
    <Suspense fallback={<Skeleton className="h-40" />}>
      <DiffFiles patch={side.patch} patchHref={artifactHref(side.id, 'patch')} mailHref={null} />
    </Suspense>
  )
}
