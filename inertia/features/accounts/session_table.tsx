import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'

type Session = Data.Accounts.Session

const COLUMNS: readonly Column<Session>[] = [
  {
    key: 'device',
    header: 'Device',
    primary: true,
    cell: (session) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        {session.device}
        {session.current && <Badge tone="ok">This one</Badge>}
      </span>
    ),
  },
  {
    key: 'address',
    header: 'Address',
    className: 'wrap-anywhere',
    cell: (session) => session.address ?? <span className="text-muted">Unknown</span>,
  },
  {
    key: 'signedIn',
    header: 'Signed in',
    className: 'whitespace-nowrap',
    cell: (session) =>
      session.signedInAt ? (
        <RelativeTime at={session.signedInAt} />
      ) : (
        <span className="text-muted">Unknown</span>
      ),
  },
  {
    key: 'seen',
    header: 'Last seen',
    className: 'whitespace-nowrap',
    cell: (session) => <RelativeTime at={session.lastSeenAt} />,
  },
  {
    key: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: (session) =>
      !session.current && (
        <Button
          size="sm"
          aria-label={`End the session of ${session.device}`}
          onClick={() => router.delete(`/settings/sessions/${session.id}`, { preserveScroll: true })}
        >
          End
        </Button>
      ),
  },
]

export function SessionTable({ sessions }: { sessions: Session[] }) {
  return <Table caption="Your sessions" columns={COLUMNS} rows={sessions} rowKey={(session) => session.id} />
}
