import { Bot, Cog, Sparkles, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { actionWords, detailWords } from './audit_words'

export type AuditEntry = {
  id: string
  at: string
  actorKind: 'person' | 'robot' | 'agent' | 'system'
  actor: string
  action: string
  subjectKind: string | null
  subjectId: string | null
  subjectName: string | null
  details: Record<string, string | number | boolean | null>
  address: string | null
}

const KINDS: Record<AuditEntry['actorKind'], { label: string; icon: ReactNode }> = {
  person: { label: 'Person', icon: <UserRound aria-hidden="true" /> },
  robot: { label: 'Robot', icon: <Bot aria-hidden="true" /> },
  agent: { label: 'AgentOps in a workflow', icon: <Sparkles aria-hidden="true" /> },
  system: { label: 'System', icon: <Cog aria-hidden="true" /> },
}

function Actor({ entry }: { entry: AuditEntry }) {
  const { label, icon } = KINDS[entry.actorKind]
  return (
    <span className="flex min-w-0 items-center gap-2 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted">
      <span title={label} className="contents">
        {icon}
        <span className="sr-only">{label}: </span>
      </span>
      <span dir="auto" className="wrap-anywhere">
        {entry.actor}
      </span>
    </span>
  )
}

function Action({ entry }: { entry: AuditEntry }) {
  const details = detailWords(entry.details)
  return (
    <span className="grid">
      <span title={entry.action}>{actionWords(entry.action)}</span>
      {details && <span className="text-sm font-normal text-muted wrap-anywhere">{details}</span>}
    </span>
  )
}

const COLUMNS: readonly Column<AuditEntry>[] = [
  { key: 'action', header: 'Action', primary: true, cell: (entry) => <Action entry={entry} /> },
  {
    key: 'subject',
    header: 'On',
    className: 'sm:max-w-72 wrap-anywhere',
    cell: ({ subjectName, subjectId }) => subjectName ?? subjectId ?? <span className="text-muted">–</span>,
  },
  { key: 'actor', header: 'By', className: 'sm:min-w-40', cell: (entry) => <Actor entry={entry} /> },
  {
    key: 'address',
    header: 'From',
    className: 'whitespace-nowrap',
    cell: ({ address }) => <span className="font-mono text-sm text-muted">{address ?? '–'}</span>,
  },
  {
    key: 'at',
    header: 'When',
    className: 'whitespace-nowrap',
    cell: ({ at }) => <RelativeTime at={at} />,
  },
]

export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  return <Table caption="Audit trail" columns={COLUMNS} rows={entries} rowKey={({ id }) => id} />
}
