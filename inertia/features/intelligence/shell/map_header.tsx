import { RefreshCw, Square } from 'lucide-react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { PageHeader } from '~/components/page_header'
import { RelativeTime } from '~/components/relative_time'
import { Spinner } from '~/components/spinner'
import { sendJson } from '~/lib/send_json'
import { toast } from '~/lib/toasts'
import { count } from '../kinds'
import type { MapSummary, ProjectMap } from '../server_types'

interface MapHeaderProps {
  overview: ProjectMap
  /** What is being done right now, as last heard. */
  phase: string | null
  can: { refresh: boolean }
}

const isPending = (status: string | undefined) => status === 'queued' || status === 'running'

export function MapHeader({ overview: { project, map, progress }, phase, can }: MapHeaderProps) {
  const pending = isPending(progress?.status)
  return (
    <div className="mb-4">
      <PageHeader
        title={`Map of ${project.name}`}
        breadcrumbs={[
          { label: 'Projects', href: '/projects' },
          { label: project.name, href: `/projects/${project.id}` },
          { label: 'Map' },
        ]}
        actions={
          <div className="flex flex-wrap items-center gap-3">
            {pending && (
              <p role="status" className="flex items-center gap-2 text-sm text-muted">
                <Spinner /> {phase ?? progress?.phase ?? 'Waiting for a worker'}…
              </p>
            )}
            {can.refresh && <RefreshButton projectId={project.id} pending={pending} />}
          </div>
        }
      />
      {map && <MapFacts map={map} />}
    </div>
  )
}

function RefreshButton({ projectId, pending }: { projectId: string; pending: boolean }) {
  const [busy, setBusy] = useState(false)
  async function press() {
    setBusy(true)
    const answer = await sendJson(pending ? 'DELETE' : 'POST', `/intelligence/${projectId}/refresh`)
    if (!answer.ok) toast('bad', answer.errors.form ?? 'That did not work. Try again.')
    setBusy(false)
  }
  return (
    <Button
      busy={busy}
      onClick={press}
      icon={pending ? <Square aria-hidden="true" /> : <RefreshCw aria-hidden="true" />}
    >
      {pending ? 'Cancel' : 'Refresh'}
    </Button>
  )
}

/** Where the map was made of and how much of it could be told: the figures that every answer rests on. */
function MapFacts({ map: { commit, branch, checkedAt, totals } }: { map: MapSummary }) {
  const { references } = totals
  const resolved = totals.resolved + references.resolved
  const unresolved = totals.unresolved + references.unresolved
  const share =
    resolved + unresolved === 0 ? 100 : Math.floor((resolved / (resolved + unresolved)) * 1000) / 10
  return (
    <p className="tabular -mt-4 text-sm text-muted">
      <span className="font-mono">{commit.slice(0, 8)}</span> of <span className="font-mono">{branch}</span>,
      checked <RelativeTime at={checkedAt} /> · {count(totals.files, 'file')} ·{' '}
      {count(totals.symbols, 'symbol')} ·{' '}
      <span title="Imports, calls and other references within the repository">
        {resolved.toLocaleString('en')} references resolved, {unresolved.toLocaleString('en')} not ({share} %)
      </span>
    </p>
  )
}
