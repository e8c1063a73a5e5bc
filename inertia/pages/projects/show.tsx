import type { Data } from '@generated/data'
import { Head } from '@inertiajs/react'
import { Map as MapIcon, Settings } from 'lucide-react'
import { Banner } from '~/components/banner'
import { LinkButton } from '~/components/link_button'
import { PageHeader } from '~/components/page_header'
import { TextLink } from '~/components/text_link'
import { describeRemote } from '~/features/projects/describe_remote'
import { TaskForm } from '~/features/projects/task_form'
import type { Capabilities } from '~/features/projects/task_suggestions'
import { WorkflowTable } from '~/features/workflows/list/workflow_table'
import { ImportRecord } from '~/features/workflows/replay/import_record'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  project: Data.Projects.Project
  workflows: Data.Workflows.WorkflowSummary[]
  total: number
  capabilities: Capabilities | null
  formToken: string
  can: { manage: boolean; run: boolean }
}>

export default function ProjectsShow({ project, workflows, total, capabilities, formToken, can }: Props) {
  return (
    <>
      <Head title={project.name} />
      <PageHeader
        title={project.name}
        breadcrumbs={[{ label: 'Projects', href: '/projects' }, { label: project.name }]}
        description={
          <span className="wrap-anywhere">
            {describeRemote(project)} · <span className="font-mono text-sm">{project.defaultBranch}</span>
          </span>
        }
        actions={
          <>
            <LinkButton href={`/intelligence/${project.id}`} icon={<MapIcon aria-hidden="true" />}>
              Map
            </LinkButton>
            {can.manage && (
              <LinkButton href={`/projects/${project.id}/edit`} icon={<Settings aria-hidden="true" />}>
                Settings
              </LinkButton>
            )}
          </>
        }
      />
      {project.absentContent.length > 0 && (
        <Banner tone="warn" title="Not everything of this repository is here" className="mb-6">
          {project.absentContent.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Banner>
      )}
      {can.run && (
        <TaskForm
          projects={[project]}
          capabilities={capabilities}
          formToken={formToken}
          issues={project.connected}
        />
      )}
      <section aria-labelledby="recent" className="mt-8">
        <div className="mb-2 flex items-baseline justify-between">
          <h2 id="recent" className="font-semibold">
            Workflows
          </h2>
          <span className="flex items-baseline gap-4">
            {total > workflows.length && (
              <TextLink href={`/workflows?project=${project.id}`}>All {total}</TextLink>
            )}
            {can.run && <ImportRecord projectId={project.id} />}
          </span>
        </div>
        {workflows.length > 0 ? (
          <WorkflowTable workflows={workflows} hideProject />
        ) : (
          <p className="py-6 text-muted">None yet. Write a task above and run it.</p>
        )}
      </section>
    </>
  )
}
