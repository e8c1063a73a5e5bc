import { Filter, Workflow as WorkflowIcon } from 'lucide-react'
import { urlFor } from '~/client'
import { EmptyState } from '~/components/empty_state'
import { LinkButton } from '~/components/link_button'
import { type ListFilter, listHref } from './list_address'

interface ListEmptyProps {
  filter: ListFilter
  hasProjects: boolean
}

export function ListEmpty({ filter, hasProjects }: ListEmptyProps) {
  if (filter.project || filter.status || filter.outcome) {
    return (
      <EmptyState
        icon={Filter}
        title="No workflow matches"
        action={
          <LinkButton href={listHref({ project: null, status: null, outcome: null })}>
            Show every workflow
          </LinkButton>
        }
      >
        There are none with this project, status and outcome together.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={WorkflowIcon}
      title="No workflows yet"
      action={
        <LinkButton variant="primary" href={urlFor('projects.index')}>
          {hasProjects ? 'Choose a project' : 'Add a project'}
        </LinkButton>
      }
    >
      {hasProjects
        ? 'Open a project, write what should be done, and watch it happen here.'
        : 'Add a repository first, then write what should be done in it.'}
    </EmptyState>
  )
}
