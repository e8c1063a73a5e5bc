import { Head } from '@inertiajs/react'
import { useState } from 'react'
import { LinkButton } from '~/components/link_button'
import { Faq } from '~/features/billing/faq'
import { IntervalSwitch } from '~/features/billing/interval_switch'
import { PlanColumn } from '~/features/billing/plan_column'
import type { Interval } from '~/features/billing/plan_points'
import type { PlanCard } from '~/features/billing/server_types'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ plans: PlanCard[]; trialDays: number; graceDays: number; on: boolean }>

export default function Pricing({ plans, trialDays, graceDays, on, user }: Props) {
  const [interval, setInterval] = useState<Interval>('month')
  return (
    <>
      <Head title="Pricing" />
      <section className="pt-12 pb-8">
        <h1 className="text-2xl font-semibold text-balance sm:text-3xl">Pay for what ships</h1>
        <p className="prose-measure mt-3 text-lg text-pretty text-muted">
          {on
            ? `Begin with Free. ${trialDays > 0 ? `Solo and Team can be tried for ${trialDays} days.` : ''} Prices are in US dollars, before taxes.`
            : 'In this installation nothing is sold: its operator has chosen a plan for everybody. These are the plans where AgentOps is run as a service.'}
        </p>
        <div className="mt-6">
          <IntervalSwitch interval={interval} onChange={setInterval} />
        </div>
      </section>
      <div className="grid gap-4 md:grid-cols-3">
        {plans.map((plan) => (
          <PlanColumn
            key={plan.key}
            plan={plan}
            interval={interval}
            action={<Way plan={plan} on={on} signedIn={user !== null} />}
          />
        ))}
      </div>
      <Faq graceDays={graceDays} />
    </>
  )
}

function Way({ plan, on, signedIn }: { plan: PlanCard; on: boolean; signedIn: boolean }) {
  if (!on && plan.prices) return null
  const href = signedIn ? (on ? '/billing' : '/dashboard') : '/signup'
  const label = plan.prices ? `Choose ${plan.name}` : signedIn ? 'Open the dashboard' : 'Create an account'
  return (
    <LinkButton href={href} variant={plan.key === 'solo' ? 'primary' : 'secondary'} size="lg">
      {label}
    </LinkButton>
  )
}
