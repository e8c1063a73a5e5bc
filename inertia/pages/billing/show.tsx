import { Head } from '@inertiajs/react'
import { Banner } from '~/components/banner'
import { Card } from '~/components/card'
import { Code } from '~/components/code'
import { PageHeader } from '~/components/page_header'
import { BillingNav } from '~/features/billing/billing_nav'
import { ChoosePlan } from '~/features/billing/choose_plan'
import { CurrentPlan } from '~/features/billing/current_plan'
import { LimitList } from '~/features/billing/limit_list'
import type { BillingOverview, PlanCard } from '~/features/billing/server_types'
import { StandingBanners } from '~/features/billing/standing_banners'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  billing: BillingOverview
  plans: PlanCard[]
  trialDays: number
  checkout: 'done' | 'left' | null
  can: { manage: boolean }
}>

export default function BillingShow({ billing, plans, trialDays, checkout, can, team }: Props) {
  const owing = billing.standing.kind === 'grace' || billing.standing.kind === 'read_only'
  return (
    <>
      <Head title="Billing" />
      <PageHeader title="Billing" description={`What ${team?.name ?? 'this team'} pays for and uses.`} />
      <BillingNav />
      {!billing.on && <BillingOff plan={billing.plan.name} />}
      {billing.on && <StandingBanners billing={billing} checkout={checkout} canManage={can.manage} />}
      <div className="grid gap-6">
        {billing.on && <CurrentPlan billing={billing} canManage={can.manage} />}
        <Card title="Limits">
          <LimitList limits={billing.limits} />
        </Card>
        {billing.on && can.manage && !owing && (
          <ChoosePlan billing={billing} plans={plans} trialDays={trialDays} />
        )}
      </div>
    </>
  )
}

function BillingOff({ plan }: { plan: string }) {
  return (
    <Banner tone="info" title="Billing is off in this installation" className="mb-6">
      Everybody has the plan {plan}, which its operator chooses with <Code>BILLING_DEFAULT_PLAN</Code>. Plans
      are sold once <Code>STRIPE_SECRET_KEY</Code> is set.
    </Banner>
  )
}
