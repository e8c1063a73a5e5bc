import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { RelativeTime } from '~/components/relative_time'

interface PolicyVersionsProps {
  versions: Data.Llm.PolicyVersion[]
  projectId?: string
  manage: boolean
}

/** Every policy that ever held; each can be brought back. */
export function PolicyVersions({ versions, projectId, manage }: PolicyVersionsProps) {
  const restore = (version: number) =>
    router.put(
      '/settings/models/policies',
      { version, projectId: projectId ?? null },
      { preserveScroll: true }
    )
  return (
    <ol className="divide-y">
      {versions.map(({ version, policy, restoredFrom, createdBy, createdAt }, index) => (
        <li key={version} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
          <span className="font-medium">Version {version}</span>
          {index === 0 && <Badge tone="ok">Holds now</Badge>}
          <span className="min-w-0 flex-1 basis-60 text-sm wrap-anywhere text-muted">
            {policy.order.length > 0 ? policy.order.join(' → ') : 'All models, cheapest first'}
            {restoredFrom !== null && ` · brought back from version ${restoredFrom}`}
            {' · '}
            {createdBy ?? 'somebody who has left'}, <RelativeTime at={createdAt} />
          </span>
          {manage && index > 0 && (
            <Button size="sm" onClick={() => restore(version)} aria-label={`Bring version ${version} back`}>
              Bring back
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
