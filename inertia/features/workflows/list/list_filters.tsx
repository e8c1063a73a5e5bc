import { router } from '@inertiajs/react'
import { X } from 'lucide-react'
import { Button } from '~/components/button'
import { Select } from '~/components/select'
import { OUTCOME, WORKFLOW_STATUS } from '../status'
import { type ListFilter, listHref } from './list_address'

interface ListFiltersProps {
  filter: ListFilter
  projects: readonly { id: string; name: string }[]
}

const statuses = [
  ...Object.entries(WORKFLOW_STATUS).map(([value, { label }]) => ({ value, label })),
  { value: 'finished', label: 'Ended' },
]
const outcomes = Object.entries(OUTCOME).map(([value, { label }]) => ({ value, label }))

export function ListFilters({ filter, projects }: ListFiltersProps) {
  function change(next: Partial<ListFilter>) {
    router.visit(listHref({ ...filter, ...next }), { preserveState: true, preserveScroll: true })
  }
  const any = filter.project || filter.status || filter.outcome
  return (
    <search aria-label="Filter workflows" className="grid grid-cols-1 gap-2 sm:flex sm:flex-wrap">
      <Select
        aria-label="Project"
        placeholder="Every project"
        options={projects.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.project ?? ''}
        onChange={(event) => change({ project: event.target.value || null })}
        className="sm:w-52"
      />
      <Select
        aria-label="Status"
        placeholder="Any status"
        options={statuses}
        value={filter.status ?? ''}
        onChange={(event) => change({ status: event.target.value || null })}
        className="sm:w-40"
      />
      <Select
        aria-label="Outcome"
        placeholder="Any outcome"
        options={outcomes}
        value={filter.outcome ?? ''}
        onChange={(event) => change({ outcome: event.target.value || null })}
        className="sm:w-40"
      />
      {any && (
        <Button
          variant="ghost"
          icon={<X aria-hidden="true" />}
          onClick={() => change({ project: null, status: null, outcome: null })}
        >
          Clear
        </Button>
      )}
    </search>
  )
}
