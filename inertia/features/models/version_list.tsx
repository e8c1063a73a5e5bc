import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { RelativeTime } from '~/components/relative_time'

interface Version<P> {
  version: number
  /** Null: as the team. */
  policy: P | null
  restoredFrom: number | null
  createdBy: string | null
  createdAt: string
}

interface VersionListProps<P> {
  versions: readonly Version<P>[]
  /** What a version says, in a few words. */
  describe: (policy: P) => string
  onRestore: (version: number) => void
  manage: boolean
}

/** Every policy that ever held; each can be brought back. */
export function VersionList<P>({ versions, describe, onRestore, manage }: VersionListProps<P>) {
  return (
    <ol className="divide-y">
      {versions.map(({ version, policy, restoredFrom, createdBy, createdAt }, index) => (
        <li key={version} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
          <span className="font-medium">Version {version}</span>
          {index === 0 && <Badge tone="ok">Holds now</Badge>}
          <span className="min-w-0 flex-1 basis-60 text-sm wrap-anywhere text-muted">
            {policy === null ? 'As the team' : describe(policy)}
            {restoredFrom !== null && ` · brought back from version ${restoredFrom}`}
            {' · '}
            {createdBy ?? 'somebody who has left'}, <RelativeTime at={createdAt} />
          </span>
          {manage && index > 0 && (
            <Button size="sm" onClick={() => onRestore(version)} aria-label={`Bring version ${version} back`}>
              Bring back
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
