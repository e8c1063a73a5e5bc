import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { Stat } from '~/components/stat'
import { PortalButton } from './portal_button'
import { formatDay } from './price'
import type { BillingOverview } from './server_types'

interface CurrentPlanProps {
  billing: BillingOverview
  canManage: boolean
}

/** As Stripe writes it, for people: `visa` is Visa, `american_express` American express. */
const brandName = (brand: string) => (brand.charAt(0).toUpperCase() + brand.slice(1)).replaceAll('_', ' ')

/** The plan as it is, and what can be done with it. */
export function CurrentPlan({ billing, canManage }: CurrentPlanProps) {
  const { plan, periodEnd, cancelAt, trialEnd, card } = billing
  const paid = billing.standing.kind !== 'free'
  return (
    <Card title="Plan">
      <dl className="grid gap-4 sm:grid-cols-3">
        <Stat
          label="Plan"
          value={plan.name}
          detail={paid && plan.extraSeats > 0 ? `and ${plan.extraSeats} extra seats` : undefined}
        />
        <Stat
          label={cancelAt ? 'Ends' : trialEnd ? 'First payment' : 'Renews'}
          value={periodEnd ? formatDay(periodEnd) : 'Never'}
          detail={plan.interval ? `paid by the ${plan.interval}` : undefined}
        />
        <Stat
          label="Card"
          value={card ? `•••• ${card.lastFour}` : 'None'}
          detail={card ? `${brandName(card.brand)}, until ${formatDay(card.expires)}` : undefined}
        />
      </dl>
      {canManage && billing.hasCustomer && <Actions billing={billing} />}
    </Card>
  )
}

function Actions({ billing }: { billing: BillingOverview }) {
  const [busy, setBusy] = useState(false)
  const track = { onStart: () => setBusy(true), onFinish: () => setBusy(false) }
  const paid = billing.standing.kind !== 'free'
  return (
    <div className="mt-5 flex flex-wrap gap-2">
      <PortalButton>Payment and invoices at Stripe</PortalButton>
      {paid && billing.cancelAt && (
        <Button variant="primary" busy={busy} onClick={() => router.delete('/billing/cancellation', track)}>
          Keep the plan
        </Button>
      )}
      {paid && !billing.cancelAt && (
        <ConfirmDialog
          title="Cancel the plan?"
          description="It works until the end of what is paid; then the team has the Free plan. Nothing is deleted, and you can change your mind until then."
          confirmLabel="Cancel plan"
          cancelLabel="Keep it"
          danger
          onConfirm={() => router.post('/billing/cancellation', {}, track)}
          trigger={<Button variant="ghost">Cancel plan</Button>}
        />
      )}
    </div>
  )
}
