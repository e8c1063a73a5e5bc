import type { Data } from '@generated/data'
import { BudgetBar } from '~/components/budget_bar'
import { TextLink } from '~/components/text_link'
import { LimitForm } from './limit_form'

type ProjectBudget = Data.Llm.ProjectBudget

export function ProjectBudgets({ projects, manage }: { projects: ProjectBudget[]; manage: boolean }) {
  return (
    <ul className="divide-y">
      {projects.map((project) => (
        <li key={project.id} className="grid gap-3 px-4 py-3 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-end">
          <div className="grid gap-1.5">
            <TextLink href={`/projects/${project.id}`}>{project.name}</TextLink>
            <BudgetBar spent={project.spentMicros} limit={project.limitMicros} label="This month" />
          </div>
          {manage && (
            <div className="flex flex-wrap gap-3">
              <LimitForm
                label="A month"
                scope="project"
                projectId={project.id}
                limitMicros={project.limitMicros}
              />
              <LimitForm
                label="Each workflow"
                scope="workflow"
                projectId={project.id}
                limitMicros={project.workflowLimitMicros}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
