import { Head } from '@inertiajs/react'
import { Download, History } from 'lucide-react'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { LinkButton } from '~/components/link_button'
import { PageHeader } from '~/components/page_header'
import { Pagination } from '~/components/pagination'
import { type AuditFilter, auditHref, exportHref } from '~/features/audit/audit_address'
import { AuditFilters } from '~/features/audit/audit_filters'
import { type AuditEntry, AuditTable } from '~/features/audit/audit_table'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  entries: AuditEntry[]
  meta: { page: number; perPage: number; total: number; lastPage: number }
  actions: string[]
  filter: AuditFilter
}>

export default function SettingsAudit({ entries, meta, actions, filter }: Props) {
  return (
    <>
      <Head title="Audit trail" />
      <PageHeader
        title="Audit trail"
        description="Who did what, on what, from where and when. Nobody can change or remove an entry. Days are in UTC."
        actions={
          <>
            <LinkButton href={exportHref(filter, 'csv')} download icon={<Download aria-hidden="true" />}>
              CSV
            </LinkButton>
            <LinkButton href={exportHref(filter, 'json')} download icon={<Download aria-hidden="true" />}>
              JSON
            </LinkButton>
          </>
        }
      />
      <AuditFilters filter={filter} actions={actions} />
      <Card flush>
        {entries.length > 0 ? (
          <AuditTable entries={entries} />
        ) : (
          <EmptyState icon={History} title="Nothing here">
            {actions.length > 0
              ? 'No entry matches the filter. Widen it, or clear it.'
              : 'What members, robots and workflows do in this team is written down here.'}
          </EmptyState>
        )}
      </Card>
      <Pagination {...meta} noun="entries" hrefFor={(page) => auditHref(filter, page)} />
    </>
  )
}
