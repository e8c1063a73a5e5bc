import { Button } from '~/components/button'
import { ErrorPanel } from '~/components/error_panel'
import { RelativeTime } from '~/components/relative_time'
import { Loading, SkeletonText } from '~/components/skeleton'
import { count } from '../kinds'
import type { LogEntry, NodeAnswer } from '../server_types'
import { mapUrl, useMapData } from '../use_map_data'

interface HistoryListProps {
  projectId: string
  mapId: string
  answer: NodeAnswer
}

/** The commits that touched these lines, newest first. */
export function HistoryList({ projectId, mapId, answer }: HistoryListProps) {
  const { node, line, endLine, churn } = answer
  const lines = node.kind === 'file' ? {} : { from: line, to: endLine }
  const found = useMapData<LogEntry[]>(mapUrl(projectId, 'history', mapId, { path: node.path, ...lines }))
  if (found.state === 'failed')
    return (
      <ErrorPanel
        what="The history could not be read."
        why={found.why}
        actions={<Button onClick={found.retry}>Try again</Button>}
      />
    )
  if (found.state !== 'loaded') {
    return (
      <Loading label="Loading the history">
        <SkeletonText lines={6} />
      </Loading>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-2">
      {churn && (
        <p className="tabular text-sm text-muted">
          The file changed in {count(churn.commits, 'commit')} by {count(churn.authors, 'author')} lately.
        </p>
      )}
      {found.value.length === 0 && <p className="text-muted">No commit of the known history touched it.</p>}
      <ol>
        {found.value.map(({ commit: sha, at, author, subject }) => (
          <li key={sha} className="border-b py-2 last:border-b-0">
            <p dir="auto" className="wrap-anywhere">
              {subject}
            </p>
            <p className="text-xs text-muted">
              <span className="font-mono">{sha.slice(0, 8)}</span> · {author} · <RelativeTime at={at} />
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}
