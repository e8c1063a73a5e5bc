import { Head } from '@inertiajs/react'
import { ChartNoAxesColumn } from 'lucide-react'
import { BudgetBar } from '~/components/budget_bar'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { Money } from '~/components/money'
import { PageHeader } from '~/components/page_header'
import { Stat, StatGroup } from '~/components/stat'
import { BillingNav } from '~/features/billing/billing_nav'
import { DayBars } from '~/features/billing/day_bars'
import { formatDay } from '~/features/billing/price'
import type { SpendingAllowance, UsageReport } from '~/features/billing/server_types'
import { SpendCapForm } from '~/features/billing/spend_cap_form'
import { ProjectUsageTable, WorkflowUsageTable } from '~/features/billing/usage_tables'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  usage: UsageReport
  spending: SpendingAllowance
  on: boolean
  can: { manage: boolean; openWorkflows: boolean }
}>

export default function BillingUsage({ usage, spending, on, can }: Props) {
  return (
    <>
      <Head title="Usage" />
      <PageHeader
        title="Usage"
        description={`What models have cost since ${formatDay(usage.from)}. Calls with model keys of your own are listed and not charged.`}
      />
      <BillingNav />
      <div className="grid gap-6">
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <Card title="This month">
            <Month usage={usage} spending={spending} />
          </Card>
          {on && can.manage && <SpendCapForm capMicros={spending.capMicros} />}
        </div>
        {usage.projects.length === 0 ? (
          <Card>
            <EmptyState icon={ChartNoAxesColumn} title="No model has been used this month">
              Tasks that a recipe knows cost nothing. The others appear here, by project and by workflow.
            </EmptyState>
          </Card>
        ) : (
          <>
            <Card title="By project" flush>
              <ProjectUsageTable projects={usage.projects} />
            </Card>
            <Card title="The dearest workflows" flush>
              <WorkflowUsageTable workflows={usage.workflows} links={can.openWorkflows} />
            </Card>
          </>
        )}
      </div>
    </>
  )
}

function Month({ usage, spending }: { usage: UsageReport; spending: SpendingAllowance }) {
  const { creditMicros, capMicros, usedMicros } = spending
  const limit = creditMicros === null ? null : creditMicros + capMicros
  return (
    <div className="grid gap-5">
      <BudgetBar spent={usedMicros} limit={limit} label="Platform models" />
      <StatGroup>
        <Stat label="Used" value={<Money microDollars={usedMicros} />} />
        <Stat
          label="Forecast"
          value={usage.forecastMicros === null ? '–' : <Money microDollars={usage.forecastMicros} />}
          detail="for the whole month"
        />
        <Stat
          label="Included"
          value={creditMicros === null ? 'No limit' : <Money microDollars={creditMicros} />}
        />
        <Stat label="Spend cap" value={<Money microDollars={capMicros} />} detail="beyond what is included" />
      </StatGroup>
      {usage.days.length > 0 && <DayBars from={usage.from} to={usage.to} days={usage.days} />}
    </div>
  )
}
