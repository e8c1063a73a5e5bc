import { Download } from 'lucide-react'
import { RelativeTime } from '~/components/relative_time'
import { artifactHref, latestOf } from '../artifacts/use_artifact'
import type { ArtifactKind, Workflow } from '../server_types'
import { ARTIFACTS } from './artifact_names'

function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** The newest of each kind; earlier attempts’ are kept, but superseded. */
export function ArtifactList({ workflow }: { workflow: Workflow }) {
  const kinds = [...new Set(workflow.artifacts.map(({ kind }) => kind))]
  if (kinds.length === 0)
    return <p className="p-4 text-muted">Nothing yet. Each step leaves its result here.</p>
  return (
    <ul>
      {kinds.map((kind: ArtifactKind) => {
        const artifact = latestOf(workflow, kind)!
        return (
          <li key={kind} className="flex min-h-10 items-center gap-3 border-b px-3 last:border-b-0">
            <span className="min-w-0 flex-1">{ARTIFACTS[kind]}</span>
            <span className="tabular text-sm text-muted">{sizeWords(artifact.size)}</span>
            <RelativeTime at={artifact.createdAt} className="text-sm text-muted max-sm:hidden" />
            <a
              href={artifactHref(workflow.id, kind)}
              download={kind === 'patch' || kind === 'mail' ? '' : `${kind}.json`}
              aria-label={`Download: ${ARTIFACTS[kind]}`}
              className="flex size-8 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-text"
            >
              <Download aria-hidden="true" className="size-4" />
            </a>
          </li>
        )
      })}
    </ul>
  )
}
