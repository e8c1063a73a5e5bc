import { router } from '@inertiajs/react'
import type { FormEvent } from 'react'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { LinkButton } from '~/components/link_button'
import { Select } from '~/components/select'
import { type AuditFilter, auditHref } from './audit_address'
import { actionWords } from './audit_words'

interface AuditFiltersProps {
  filter: AuditFilter
  actions: readonly string[]
}

const EMPTY: AuditFilter = { actor: '', action: '', from: '', to: '' }

export function AuditFilters({ filter, actions }: AuditFiltersProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = (name: keyof AuditFilter) => String(form.get(name) ?? '').trim()
    const next = { actor: read('actor'), action: read('action'), from: read('from'), to: read('to') }
    router.visit(auditHref(next), { preserveScroll: true })
  }
  const filtered = Object.values(filter).some(Boolean)
  return (
    <form
      key={JSON.stringify(filter)}
      onSubmit={submit}
      className="mb-5 grid grid-cols-2 items-end gap-3 lg:flex lg:flex-wrap"
    >
      <Field label="By" className="max-lg:col-span-2 lg:w-36">
        <Input name="actor" defaultValue={filter.actor} placeholder="Name" maxLength={160} dir="auto" />
      </Field>
      <Field label="Action" className="max-lg:col-span-2 lg:w-52">
        <Select
          name="action"
          defaultValue={filter.action}
          placeholder="All actions"
          options={actions.map((action) => ({ value: action, label: actionWords(action) }))}
        />
      </Field>
      <Field label="From">
        <Input name="from" type="date" defaultValue={filter.from} />
      </Field>
      <Field label="To">
        <Input name="to" type="date" defaultValue={filter.to} />
      </Field>
      <div className="flex gap-2 max-lg:col-span-2">
        <Button type="submit">Filter</Button>
        {filtered && (
          <LinkButton href={auditHref(EMPTY)} variant="ghost">
            Clear
          </LinkButton>
        )}
      </div>
    </form>
  )
}
