import { Head } from '@inertiajs/react'
import { FileText } from 'lucide-react'
import { Badge } from '~/components/badge'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { ErrorPanel } from '~/components/error_panel'
import { ExternalLink } from '~/components/external_link'
import { PageHeader } from '~/components/page_header'
import { type Column, Table } from '~/components/table'
import { BillingNav } from '~/features/billing/billing_nav'
import { formatCents, formatDay } from '~/features/billing/price'
import type { InvoiceLine } from '~/features/billing/server_types'
import type { Tone } from '~/lib/tone'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ invoices: InvoiceLine[] | null; on: boolean; can: { manage: boolean } }>

const STATUS: Record<InvoiceLine['status'], { word: string; tone: Tone }> = {
  draft: { word: 'Draft', tone: 'neutral' },
  open: { word: 'Open', tone: 'warn' },
  paid: { word: 'Paid', tone: 'ok' },
  uncollectible: { word: 'Not collected', tone: 'bad' },
  void: { word: 'Void', tone: 'neutral' },
}

const columns: Column<InvoiceLine>[] = [
  { key: 'number', header: 'Invoice', primary: true, cell: ({ number }) => number ?? 'Draft' },
  { key: 'at', header: 'Date', cell: ({ at }) => formatDay(at) },
  {
    key: 'status',
    header: 'Status',
    cell: ({ status }) => <Badge tone={STATUS[status].tone}>{STATUS[status].word}</Badge>,
  },
  {
    key: 'total',
    header: 'Amount',
    align: 'end',
    cell: ({ total, currency }) => <span className="tabular">{formatCents(total, currency)}</span>,
  },
  {
    key: 'links',
    header: 'Documents',
    headerHidden: true,
    align: 'end',
    cell: ({ status, url, pdf }) => (
      <span className="inline-flex gap-4">
        {url && <ExternalLink href={url}>{status === 'open' ? 'Pay' : 'Receipt'}</ExternalLink>}
        {pdf && <ExternalLink href={pdf}>PDF</ExternalLink>}
      </span>
    ),
  },
]

export default function BillingInvoices({ invoices, on }: Props) {
  return (
    <>
      <Head title="Invoices" />
      <PageHeader title="Invoices" description="From Stripe, the newest first." />
      <BillingNav />
      {invoices === null && (
        <ErrorPanel
          what="Stripe does not answer."
          why="The invoices are kept there; nothing is lost."
          todo="Reload the page in a minute."
        />
      )}
      {invoices?.length === 0 && (
        <EmptyState icon={FileText} title="No invoices">
          {on ? 'They appear here with the first payment.' : 'Billing is off in this installation.'}
        </EmptyState>
      )}
      {invoices && invoices.length > 0 && (
        <Card flush>
          <Table caption="Invoices" columns={columns} rows={invoices} rowKey={({ id }) => id} />
        </Card>
      )}
    </>
  )
}
