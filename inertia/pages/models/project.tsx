import type { Data } from '@generated/data'
import { Head, router } from '@inertiajs/react'
import { urlFor } from '~/client'
import { Banner } from '~/components/banner'
import { BudgetBar } from '~/components/budget_bar'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { PageHeader } from '~/components/page_header'
import { TextLink } from '~/components/text_link'
import { type DataPolicy, DataPolicyForm } from '~/features/models/data_policy_form'
import { DataPolicyVersions, describeDataPolicy } from '~/features/models/data_policy_versions'
import { LimitForm } from '~/features/models/limit_form'
import { type Policy, PolicyForm } from '~/features/models/policy_form'
import { PolicyVersions } from '~/features/models/policy_versions'
import { limitWord, monthName } from '~/features/models/words'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  project: { id: string; name: string }
  month: string
  budget: {
    spentMicros: number
    limitMicros: number | null
    workflowLimitMicros: number | null
    stepLimitMicros: number | null
    teamWorkflowLimitMicros: number | null
    teamStepLimitMicros: number | null
  }
  /** Null while the engine does not answer. */
  models: string[] | null
  policy: { version: number; of: 'project' | 'team' | 'installation'; policy: Policy }
  versions: Data.Llm.PolicyVersion[]
  data: { policy: DataPolicy; team: DataPolicy; own: DataPolicy | null }
  dataVersions: Data.Llm.DataPolicyVersion[]
  can: { manage: boolean }
}>

/** Has the project follow its team again. */
const follow = (what: 'policies' | 'data-policy', projectId: string) =>
  router.delete(`/settings/models/${what}`, { data: { projectId }, preserveScroll: true })

export default function ModelsProject(props: Props) {
  const { project, month, budget, models, policy, versions, data, dataVersions, can } = props
  const { id, name } = project
  const own = policy.of === 'project'
  return (
    <>
      <Head title={`Models of ${name}`} />
      <PageHeader
        title="Models and budget"
        description={
          <>
            What holds for this project alone. The team’s own is under{' '}
            <TextLink href="/settings/models">Models</TextLink> and{' '}
            <TextLink href="/settings/budgets">Budgets</TextLink>.
          </>
        }
        breadcrumbs={[
          { label: 'Projects', href: '/projects' },
          { label: name, href: urlFor('projects.show', { id }) },
          { label: 'Settings', href: urlFor('projects.edit', { id }) },
          { label: 'Models and budget' },
        ]}
      />
      <div className="grid gap-6">
        <Card title={`Budget in ${monthName(month)} (UTC)`}>
          <div className="grid gap-5">
            <BudgetBar spent={budget.spentMicros} limit={budget.limitMicros} label="Spent" />
            {can.manage && (
              <div className="flex flex-wrap gap-4">
                <LimitForm
                  label="The project, a month"
                  scope="project"
                  projectId={id}
                  limitMicros={budget.limitMicros}
                />
                <LimitForm
                  label="Each workflow"
                  scope="workflow"
                  projectId={id}
                  limitMicros={budget.workflowLimitMicros}
                />
                <LimitForm
                  label="Each step"
                  scope="step"
                  projectId={id}
                  limitMicros={budget.stepLimitMicros}
                />
              </div>
            )}
            <p className="text-sm text-muted">
              Without its own, the team’s hold: {limitWord(budget.teamWorkflowLimitMicros)} for each workflow,{' '}
              {limitWord(budget.teamStepLimitMicros)} for each step.
            </p>
          </div>
        </Card>
        <Card
          title="How models are picked"
          actions={
            can.manage &&
            own && (
              <Button size="sm" onClick={() => follow('policies', id)}>
                Follow the team
              </Button>
            )
          }
        >
          <div className="grid gap-5">
            <p className="text-muted">
              {own
                ? `This project has its own order, version ${policy.version}.`
                : 'As for the team. Saving makes an order of this project’s own.'}
            </p>
            {models === null && (
              <Banner tone="warn" title="The engine does not answer">
                Which models there are is not known. Reload in a moment.
              </Banner>
            )}
            {models?.length === 0 && (
              <p className="text-muted">
                There is no key for any model that the data policy allows. Add one under{' '}
                <TextLink href="/settings/models">Models</TextLink>.
              </p>
            )}
            {models !== null && models.length > 0 && can.manage && (
              <PolicyForm
                key={`${policy.of} ${policy.version} ${models.join(' ')}`}
                policy={policy.policy}
                models={models}
                projectId={id}
              />
            )}
          </div>
        </Card>
        {versions.length > 0 && (
          <Card title="Versions of this project’s order" flush>
            <PolicyVersions versions={versions} projectId={id} manage={can.manage} />
          </Card>
        )}
        <Card
          title="Where this project’s code may be sent"
          actions={
            can.manage &&
            data.own !== null && (
              <Button size="sm" onClick={() => follow('data-policy', id)}>
                Follow the team
              </Button>
            )
          }
        >
          <div className="grid gap-5">
            <p className="text-muted">
              {data.own === null
                ? 'As for the team. Saving makes a policy of this project’s own.'
                : 'This project’s own policy.'}{' '}
              It can only allow less than the team’s, which is: {describeDataPolicy(data.team)}.
            </p>
            <DataPolicyForm
              key={dataVersions[0]?.version ?? 0}
              data={data.own ?? data.team}
              manage={can.manage}
              projectId={id}
            />
          </div>
        </Card>
        {dataVersions.length > 0 && (
          <Card title="Versions of this data policy" flush>
            <DataPolicyVersions versions={dataVersions} projectId={id} manage={can.manage} />
          </Card>
        )}
      </div>
    </>
  )
}
