import { ListFilter } from 'lucide-react'
import { Button } from '~/components/button'
import { Checkbox } from '~/components/checkbox'
import { Field } from '~/components/field'
import { IconButton } from '~/components/icon_button'
import { Popover } from '~/components/popover'
import { Select } from '~/components/select'

export interface SearchFilters {
  kind: string
  role: string
  language: string
  unresolved: boolean
  /** Only what the chosen workflow has changed. */
  changed: boolean
}

export const NO_FILTERS: SearchFilters = {
  kind: '',
  role: '',
  language: '',
  unresolved: false,
  changed: false,
}

const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

const KINDS = options([
  'file',
  'class',
  'function',
  'method',
  'interface',
  'type',
  'variable',
  'route',
  'table',
  'test',
])
const ROLES = options([
  'action',
  'component',
  'controller',
  'event',
  'hook',
  'job',
  'listener',
  'mail',
  'middleware',
  'migration',
  'model',
  'page',
  'policy',
  'provider',
  'query',
  'service',
  'test',
  'validator',
])

interface SearchFilterMenuProps {
  filters: SearchFilters
  canAskChanged: boolean
  /** Those of the repository. */
  languages: readonly string[]
  onChange: (filters: SearchFilters) => void
  /** Opens what there is to say of the search by meaning. */
  onMeaning: () => void
}

export function SearchFilterMenu(props: SearchFilterMenuProps) {
  const { filters, canAskChanged, languages, onChange, onMeaning } = props
  const set = (change: Partial<SearchFilters>) => {
    const next = { ...filters, ...change }
    const none = JSON.stringify(next) === JSON.stringify(NO_FILTERS)
    onChange(none ? NO_FILTERS : next)
  }
  const active = filters !== NO_FILTERS
  return (
    <Popover
      label="Filters of the search"
      align="end"
      trigger={
        <IconButton
          label={active ? 'Filters (some are set)' : 'Filters'}
          variant={active ? 'primary' : 'secondary'}
          icon={<ListFilter />}
        />
      }
    >
      <div className="grid gap-3">
        <Field label="Kind">
          <Select
            options={KINDS}
            placeholder="Any"
            value={filters.kind}
            onChange={(event) => set({ kind: event.target.value })}
          />
        </Field>
        <Field label="Role">
          <Select
            options={ROLES}
            placeholder="Any"
            value={filters.role}
            onChange={(event) => set({ role: event.target.value })}
          />
        </Field>
        <Field label="Language">
          <Select
            options={options(languages)}
            placeholder="Any"
            value={filters.language}
            onChange={(event) => set({ language: event.target.value })}
          />
        </Field>
        <Checkbox
          label="With unresolved references"
          checked={filters.unresolved}
          onChange={(event) => set({ unresolved: event.target.checked })}
        />
        {canAskChanged && (
          <Checkbox
            label="Changed by the chosen workflow"
            checked={filters.changed}
            onChange={(event) => set({ changed: event.target.checked })}
          />
        )}
        <Button size="sm" onClick={onMeaning}>
          Search by meaning…
        </Button>
      </div>
    </Popover>
  )
}
