import type { Data } from '@generated/data'
import { Head, router } from '@inertiajs/react'
import { CircleCheck, CircleX, Clock, Inbox } from 'lucide-react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { Pagination } from '~/components/pagination'
import { RelativeTime } from '~/components/relative_time'
import { Status, type StatusLook } from '~/components/status'
import { TextLink } from '~/components/text_link'
import { HEALTH, HOST_NAMES, type HostKind, NOT_CONNECTED } from '~/features/connections/host_words'
import { DeliveryTable } from '~/features/projects/delivery_table'
import type { InertiaProps } from '~/types'

type Host = {
  connection: { host: HostKind; accountLogin: string; health: keyof typeof HEALTH } | null
  repositoryPath: string | null
  webhook: {
    state: 'waiting' | 'works' | 'failed'
    problem: string | null
    lastDeliveryAt: string | null
  } | null
}

type Props = InertiaProps<{
  project: Data.Projects.Project
  host: Host
  deliveries: Data.Projects.Delivery[]
  meta: { page: number; perPage: number; total: number }
}>

const WEBHOOK: Record<'waiting' | 'works' | 'failed', StatusLook> = {
  waiting: { icon: Clock, label: 'Being made', tone: 'run' },
  works: { icon: CircleCheck, label: 'In place', tone: 'ok' },
  failed: { icon: CircleX, label: 'Missing', tone: 'bad' },
}

export default function ProjectsDeliveries({ project, host, deliveries, meta }: Props) {
  return (
    <>
      <Head title={`Host of ${project.name}`} />
      <PageHeader
        title="Git host"
        description="Where this project's repository is, and what its host has told us in the last 30 days."
        breadcrumbs={[
          { label: 'Projects', href: '/projects' },
          { label: project.name, href: `/projects/${project.id}` },
          { label: 'Settings', href: `/projects/${project.id}/edit` },
          { label: 'Git host' },
        ]}
      />
      <div className="grid gap-6">
        <Place projectId={project.id} host={host} />
        <Card title="Deliveries" flush>
          {deliveries.length > 0 ? (
            <DeliveryTable projectId={project.id} deliveries={deliveries} />
          ) : (
            <EmptyState icon={Inbox} title="Nothing received yet">
              What happens at the repository is told here within seconds: pushes, comments, labels, checks.
            </EmptyState>
          )}
        </Card>
        <Pagination
          {...meta}
          noun="deliveries"
          hrefFor={(page) => `/projects/${project.id}/deliveries?page=${page}`}
        />
      </div>
    </>
  )
}

function Place({
  projectId,
  host: { connection, repositoryPath, webhook },
}: {
  projectId: string
  host: Host
}) {
  const [busy, setBusy] = useState(false)
  const repair = () =>
    router.post(
      `/projects/${projectId}/webhook`,
      {},
      { preserveScroll: true, onStart: () => setBusy(true), onFinish: () => setBusy(false) }
    )
  const state = webhook ? WEBHOOK[webhook.state] : null
  return (
    <Card
      title="Connection"
      actions={
        connection && (
          <Button size="sm" busy={busy} onClick={repair}>
            Check webhook
          </Button>
        )
      }
    >
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-2 [&_dt]:text-muted">
        <dt>Account</dt>
        <dd className="flex flex-wrap items-center gap-x-3 gap-y-1 wrap-anywhere">
          {connection ? (
            <>
              <TextLink href="/settings/connections">
                {connection.accountLogin} on {HOST_NAMES[connection.host]}
              </TextLink>
              <Status {...HEALTH[connection.health]} />
            </>
          ) : (
            <>
              <Status {...NOT_CONNECTED} />
              <span className="text-muted">Plain git: branches are pushed, nothing more.</span>
            </>
          )}
        </dd>
        {repositoryPath && (
          <>
            <dt>Repository</dt>
            <dd className="font-mono text-sm wrap-anywhere">{repositoryPath}</dd>
          </>
        )}
        {connection && state && (
          <>
            <dt>Webhook</dt>
            <dd className="grid justify-items-start gap-1">
              <Status {...state} />
              {webhook?.problem && <span className="text-sm wrap-anywhere">{webhook.problem}</span>}
              {webhook?.lastDeliveryAt && (
                <span className="text-sm text-muted">
                  Last delivery <RelativeTime at={webhook.lastDeliveryAt} />
                </span>
              )}
            </dd>
          </>
        )}
      </dl>
    </Card>
  )
}
