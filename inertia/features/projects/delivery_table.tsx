import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import { CircleCheck, CircleX, Clock, EyeOff } from 'lucide-react'
import { Button } from '~/components/button'
import { RelativeTime } from '~/components/relative_time'
import { Status, type StatusLook } from '~/components/status'
import { type Column, Table } from '~/components/table'

type Delivery = Data.Projects.Delivery

const LOOK: Record<Delivery['status'], StatusLook> = {
  received: { icon: Clock, label: 'Waiting', tone: 'run' },
  handled: { icon: CircleCheck, label: 'Handled', tone: 'ok' },
  ignored: { icon: EyeOff, label: 'No use for it', tone: 'neutral' },
  malformed: { icon: CircleX, label: 'Not understood', tone: 'bad' },
}

/** What we make of an event, in words. */
const TOLD: Record<string, string> = {
  push: 'a push',
  change_request: 'a pull or merge request',
  comment: 'a comment',
  labelled: 'a label',
  pipeline: 'a check or pipeline',
  repository: 'the repository itself',
  ping: 'a sign of life',
}

function columns(projectId: string): Column<Delivery>[] {
  const again = (delivery: Delivery) =>
    router.put(`/projects/${projectId}/deliveries/${delivery.id}`, {}, { preserveScroll: true })
  return [
    {
      key: 'event',
      header: 'Event',
      primary: true,
      cell: (delivery) => <span className="font-mono text-sm wrap-anywhere">{delivery.event}</span>,
    },
    {
      key: 'told',
      header: 'About',
      className: 'text-muted',
      cell: (delivery) => delivery.told.map((kind) => TOLD[kind] ?? kind).join(', ') || '–',
    },
    {
      key: 'status',
      header: 'Status',
      cell: (delivery) => (
        <span className="grid justify-items-start">
          <Status {...LOOK[delivery.status]} />
          {delivery.problem && <span className="text-sm text-muted wrap-anywhere">{delivery.problem}</span>}
        </span>
      ),
    },
    {
      key: 'received',
      header: 'Received',
      className: 'whitespace-nowrap',
      cell: (delivery) => <RelativeTime at={delivery.receivedAt} />,
    },
    {
      key: 'actions',
      header: 'Actions',
      headerHidden: true,
      align: 'end',
      cell: (delivery) =>
        delivery.told.length > 0 && (
          <Button size="sm" onClick={() => again(delivery)} aria-label={`Redeliver ${delivery.event}`}>
            Redeliver
          </Button>
        ),
    },
  ]
}

export function DeliveryTable({ projectId, deliveries }: { projectId: string; deliveries: Delivery[] }) {
  return (
    <Table
      caption="Deliveries"
      columns={columns(projectId)}
      rows={deliveries}
      rowKey={(delivery) => delivery.id}
    />
  )
}
