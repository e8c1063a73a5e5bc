import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { IntervalSwitch } from './interval_switch'
import { PlanColumn } from './plan_column'
import type { Interval } from './plan_points'
import type { BillingOverview, PlanCard } from './server_types'

interface ChoosePlanProps {
  billing: BillingOverview
  plans: PlanCard[]
  trialDays: number
}

const MOST_SEATS = 200

/** The plans with the way to each: Stripe's checkout for the first, a preview of the price for a change. */
export function ChoosePlan({ billing, plans, trialDays }: ChoosePlanProps) {
  const { plan: current, standing } = billing
  const [interval, setInterval] = useState<Interval>(current.interval ?? 'month')
  const [seats, setSeats] = useState(current.extraSeats)
  const [busy, setBusy] = useState<string | null>(null)
  const subscribed = standing.kind !== 'free'

  function choose(plan: PlanCard) {
    const order = { plan: plan.key, interval, extraSeats: plan.seats.extra ? seats : 0 }
    const track = { onStart: () => setBusy(plan.key), onFinish: () => setBusy(null) }
    if (subscribed) router.get('/billing/plan', order, track)
    else router.post('/billing/checkouts', order, track)
  }

  function isCurrent(plan: PlanCard) {
    if (plan.key !== current.key) return false
    return (
      !subscribed || (interval === current.interval && (!plan.seats.extra || seats === current.extraSeats))
    )
  }

  function label(plan: PlanCard) {
    if (isCurrent(plan)) return 'Your plan'
    if (!plan.prices) return 'Free'
    if (subscribed) return plan.key === current.key ? 'See the change' : `Change to ${plan.name}`
    return trialDays > 0 && !billing.hadTrial ? `Try ${plan.name} for ${trialDays} days` : `Buy ${plan.name}`
  }

  return (
    <Card title={subscribed ? 'Change the plan' : 'Choose a plan'}>
      <div className="mb-5 flex flex-wrap items-start gap-x-10 gap-y-4">
        <IntervalSwitch interval={interval} onChange={setInterval} />
        <Field label="Extra seats of Team" hint="Beyond those that are included.">
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={MOST_SEATS}
            value={seats}
            onChange={(event) =>
              setSeats(Math.max(0, Math.min(MOST_SEATS, Number(event.currentTarget.value))))
            }
            className="max-w-28"
          />
        </Field>
      </div>
      <div className="grid gap-4 xl:grid-cols-3">
        {plans.map((plan) => (
          <PlanColumn
            key={plan.key}
            plan={plan}
            interval={interval}
            current={plan.key === current.key}
            action={
              !plan.prices ? (
                subscribed && (
                  <p className="text-sm text-muted">Where the team goes when the plan is cancelled.</p>
                )
              ) : (
                <Button
                  variant={plan.key === current.key ? 'secondary' : 'primary'}
                  size="lg"
                  disabled={isCurrent(plan)}
                  busy={busy === plan.key}
                  onClick={() => choose(plan)}
                >
                  {label(plan)}
                </Button>
              )
            }
          />
        ))}
      </div>
    </Card>
  )
}
