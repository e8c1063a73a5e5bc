import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { LinkButton } from '~/components/link_button'
import { PageHeader } from '~/components/page_header'
import { formatCents } from '~/features/billing/price'
import type { BillingOverview, PlanCard, PlanChangePreview } from '~/features/billing/server_types'
import type { InertiaProps } from '~/types'

type Wanted = {
  plan: string
  interval: 'month' | 'year'
  extraSeats: number
}

type Props = InertiaProps<{
  wanted: Wanted
  current: BillingOverview['plan']
  preview: PlanChangePreview
  plans: PlanCard[]
}>

export default function BillingChange({ wanted, current, preview, plans }: Props) {
  const plan = plans.find(({ key }) => key === wanted.plan)
  const seats = wanted.extraSeats > 0 ? ` with ${wanted.extraSeats} extra seats` : ''
  return (
    <>
      <Head title="Change the plan" />
      <PageHeader
        title={`Change to ${plan?.name ?? wanted.plan}${seats}, paid by the ${wanted.interval}`}
        breadcrumbs={[{ label: 'Billing', href: '/billing' }, { label: 'Change' }]}
        description={`From ${current.name}. What is left of the present period is credited to the day.`}
      />
      <div className="grid max-w-xl gap-6">
        <Card title="What this costs now">
          <Lines preview={preview} />
          {plan && <Afterwards plan={plan} wanted={wanted} />}
        </Card>
        <Form
          route="billing_plans.update"
          transform={() => ({ ...wanted, previewedAt: preview.at })}
          className="flex flex-wrap gap-2"
        >
          {({ processing }) => (
            <>
              <Button type="submit" variant="primary" busy={processing}>
                {preview.dueNow > 0 ? `Pay ${formatCents(preview.dueNow)} and change` : 'Change the plan'}
              </Button>
              <LinkButton href="/billing">Keep it as it is</LinkButton>
            </>
          )}
        </Form>
      </div>
    </>
  )
}

/** What every period costs from then on. */
function Afterwards({ plan, wanted: { interval, extraSeats } }: { plan: PlanCard; wanted: Wanted }) {
  const seats = (plan.seats.extra?.[interval] ?? 0) * extraSeats
  const total = (plan.prices?.[interval] ?? 0) + seats
  return (
    <p className="mt-4 text-sm text-muted">
      Afterwards {formatCents(total)} a {interval}, before taxes and discounts.
    </p>
  )
}

function Lines({ preview }: { preview: PlanChangePreview }) {
  return (
    <dl className="tabular grid gap-2">
      {preview.lines.length === 0 && (
        <div>
          <dt className="sr-only">Note</dt>
          <dd className="text-muted">Nothing is charged before the trial ends.</dd>
        </div>
      )}
      {preview.lines.map(({ description, amount }, i) => (
        <div key={i} className="flex justify-between gap-4">
          <dt className="text-muted">{description}</dt>
          <dd>{formatCents(amount)}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 border-t pt-2 font-semibold">
        <dt>Due now</dt>
        <dd>{formatCents(preview.dueNow)}</dd>
      </div>
      {preview.credit > 0 && (
        <div className="flex justify-between gap-4">
          <dt className="text-muted">Credit for the next invoices</dt>
          <dd>{formatCents(preview.credit)}</dd>
        </div>
      )}
    </dl>
  )
}
