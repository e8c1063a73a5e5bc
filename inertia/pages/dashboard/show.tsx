import type { Data } from '@generated/data'
import { Head } from '@inertiajs/react'
import { FolderGit2, Plus } from 'lucide-react'
import { EmptyState } from '~/components/empty_state'
import { LinkButton } from '~/components/link_button'
import { Money } from '~/components/money'
import { PageHeader } from '~/components/page_header'
import { Stat, StatGroup } from '~/components/stat'
import { TextLink } from '~/components/text_link'
import { TaskForm } from '~/features/projects/task_form'
import type { Capabilities } from '~/features/projects/task_suggestions'
import { useTeamChannel } from '~/features/workflows/list/use_team_channel'
import { WorkflowTable } from '~/features/workflows/list/workflow_table'
import type { InertiaProps } from '~/types'

type Totals = { running: number; finished: number; verified: number; costMicros: number }

type Props = InertiaProps<{
  workflows: Data.Workflows.WorkflowSummary[]
  projects: Data.Projects.ProjectSummary[]
  totals: Totals
  capabilities: Capabilities | null
  formToken: string
  can: { run: boolean; manage: boolean }
}>

export default function Dashboard({ workflows, projects, totals, capabilities, formToken, can }: Props) {
  useTeamChannel(['workflows', 'totals'])
  return (
    <>
      <Head title="Dashboard" />
      <PageHeader title="Dashboard" />
      {projects.length === 0 ? (
        <FirstProject canManage={can.manage} />
      ) : (
        <div className="grid grid-cols-1 gap-8">
          {can.run && (
            <TaskForm namesProject projects={projects} capabilities={capabilities} formToken={formToken} />
          )}
          <Figures totals={totals} />
          <section aria-labelledby="recent">
            <div className="mb-2 flex items-baseline justify-between">
              <h2 id="recent" className="font-semibold">
                Recent workflows
              </h2>
              <TextLink href="/workflows">All workflows</TextLink>
            </div>
            {workflows.length > 0 ? (
              <WorkflowTable workflows={workflows} />
            ) : (
              <p className="py-6 text-muted">None yet. Write a task above and run it.</p>
            )}
          </section>
        </div>
      )}
    </>
  )
}

function FirstProject({ canManage }: { canManage: boolean }) {
  return (
    <EmptyState
      icon={FolderGit2}
      title="Add your first project"
      action={
        canManage && (
          <LinkButton href="/projects/create" variant="primary" icon={<Plus aria-hidden="true" />}>
            Add project
          </LinkButton>
        )
      }
    >
      Tasks run on a repository: one of yours, or the bundled sample. Then write what should be different, and
      watch.
    </EmptyState>
  )
}

function Figures({ totals }: { totals: Totals }) {
  const share =
    totals.finished > 0
      ? `${Math.round((100 * totals.verified) / totals.finished)} % of finished`
      : 'none finished yet'
  return (
    <section aria-label="The last 30 days">
      <StatGroup>
        <Stat label="In progress" value={totals.running} detail="now" />
        <Stat label="Finished" value={totals.finished} detail="in 30 days" />
        <Stat label="Verified" value={totals.verified} detail={share} />
        <Stat label="Model cost" value={<Money microDollars={totals.costMicros} />} detail="in 30 days" />
      </StatGroup>
    </section>
  )
}
