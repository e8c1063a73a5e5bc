import type { Data } from '@generated/data'
import { Head } from '@inertiajs/react'
import { FolderGit2 } from 'lucide-react'
import { BudgetBar } from '~/components/budget_bar'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { Money } from '~/components/money'
import { PageHeader } from '~/components/page_header'
import { LimitForm } from '~/features/models/limit_form'
import { ProjectBudgets } from '~/features/models/project_budgets'
import { monthName } from '~/features/models/words'
import type { InertiaProps } from '~/types'

type Budgets = {
  month: string
  team: { spentMicros: number; heldMicros: number; limitMicros: number | null }
  workflowLimitMicros: number | null
  stepLimitMicros: number | null
  savedMicros: number
}

type Props = InertiaProps<{
  budgets: Budgets
  projects: Data.Llm.ProjectBudget[]
  can: { manage: boolean }
}>

export default function SettingsBudgets({ budgets, projects, can }: Props) {
  const { team, savedMicros } = budgets
  return (
    <>
      <Head title="Budgets" />
      <PageHeader
        title="Budgets"
        description="What models may cost, in US dollars. Money is held back before each call and what is not spent comes back, so no limit is passed."
      />
      <div className="grid gap-6">
        <Card title={`Your team in ${monthName(budgets.month)} (UTC)`}>
          <div className="grid gap-5">
            <div className="grid gap-1">
              <BudgetBar spent={team.spentMicros} limit={team.limitMicros} label="Spent" />
              <p className="text-sm text-muted">
                {team.heldMicros > 0 && (
                  <>
                    <Money microDollars={team.heldMicros} /> is held back by calls that run now.{' '}
                  </>
                )}
                {savedMicros > 0 && (
                  <>
                    <Money microDollars={savedMicros} /> was saved by answers that were kept from before.
                  </>
                )}
              </p>
            </div>
            {can.manage && (
              <div className="flex flex-wrap gap-4">
                <LimitForm label="The team, a month" scope="team" limitMicros={team.limitMicros} />
                <LimitForm label="Each workflow" scope="workflow" limitMicros={budgets.workflowLimitMicros} />
                <LimitForm label="Each step" scope="step" limitMicros={budgets.stepLimitMicros} />
                <p className="basis-full text-sm text-muted">
                  For each workflow, a project’s own limit counts before the team’s.
                </p>
              </div>
            )}
          </div>
        </Card>
        <Card title="Projects this month" flush>
          {projects.length > 0 ? (
            <ProjectBudgets projects={projects} manage={can.manage} />
          ) : (
            <EmptyState icon={FolderGit2} title="No projects yet">
              What each project spends will be here.
            </EmptyState>
          )}
        </Card>
      </div>
    </>
  )
}
