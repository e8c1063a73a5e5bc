import { Head, router, useForm } from '@inertiajs/react'
import { CreditCard } from 'lucide-react'
import type { FormEvent } from 'react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PageHeader } from '~/components/page_header'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import type { InertiaProps } from '~/types'

type StripeEvent = {
  id: string
  type: string
  customer: string | null
  happenedAt: string
  receivedAt: string
  handledAt: string | null
}

const replay = (id: string) => router.post('/admin/stripe/replays', { id }, { preserveScroll: true })

const COLUMNS: readonly Column<StripeEvent>[] = [
  {
    key: 'type',
    header: 'Event',
    primary: true,
    cell: ({ id, type }) => (
      <span className="grid">
        <span className="font-mono text-sm wrap-anywhere">{type}</span>
        <span className="font-mono text-xs font-normal text-muted wrap-anywhere">{id}</span>
      </span>
    ),
  },
  { key: 'customer', header: 'Customer', wideOnly: true, cell: ({ customer }) => customer ?? '–' },
  {
    key: 'received',
    header: 'Received',
    className: 'whitespace-nowrap',
    cell: ({ receivedAt }) => <RelativeTime at={receivedAt} />,
  },
  {
    key: 'handled',
    header: 'State',
    cell: ({ handledAt }) =>
      handledAt ? <Badge tone="ok">Handled</Badge> : <Badge tone="warn">Waiting</Badge>,
  },
  {
    key: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: ({ id, type }) => (
      <Button size="sm" aria-label={`Handle ${type} again`} onClick={() => replay(id)}>
        Handle again
      </Button>
    ),
  },
]

export default function AdminStripe({
  events,
  isOn,
}: InertiaProps<{ events: StripeEvent[]; isOn: boolean }>) {
  const form = useForm({ id: '' })

  function fetchEvent(event: FormEvent) {
    event.preventDefault()
    form.post('/admin/stripe/replays', { preserveScroll: true, onSuccess: () => form.reset() })
  }

  return (
    <>
      <Head title="Stripe events" />
      <PageHeader
        title="Stripe events"
        description="What Stripe has told. Handling an event again is harmless: the true state is read from Stripe."
      />
      <div className="grid grid-cols-1 gap-6">
        {isOn && (
          <form onSubmit={fetchEvent} className="flex max-w-xl items-end gap-2">
            <Field label="An event that never came" error={form.errors.id} className="min-w-0 flex-1">
              <Input
                mono
                placeholder="evt_…"
                value={form.data.id}
                onChange={(event) => form.setData('id', event.target.value)}
              />
            </Field>
            <Button type="submit" busy={form.processing}>
              Fetch
            </Button>
          </form>
        )}
        <Card title="Newest" flush>
          {events.length > 0 ? (
            <Table caption="Stripe events" columns={COLUMNS} rows={events} rowKey={({ id }) => id} />
          ) : (
            <EmptyState icon={CreditCard} title={isOn ? 'No events yet' : 'Billing is off'}>
              {isOn
                ? 'Once Stripe delivers to the webhook endpoint, its events are here.'
                : 'It is turned on with STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET.'}
            </EmptyState>
          )}
        </Card>
      </div>
    </>
  )
}
