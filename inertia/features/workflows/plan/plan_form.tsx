import { useForm } from '@inertiajs/react'
import type { FormEvent } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Textarea } from '~/components/textarea'
import type { Plan } from '../server_types'

interface PlanFormProps {
  workflowId: string
  plan: Plan
  onClose: () => void
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Each step, test and risk is a line of its own. */
export function PlanForm({ workflowId, plan, onClose }: PlanFormProps) {
  const form = useForm({
    summary: plan.summary,
    steps: plan.steps.join('\n'),
    tests: plan.tests.join('\n'),
    risks: plan.risks.join('\n'),
  })
  const errors = Object.entries(form.errors as Record<string, string>)
  const errorOf = (name: string) => errors.find(([key]) => key === name || key.startsWith(`${name}.`))?.[1]

  function save(event: FormEvent) {
    event.preventDefault()
    form.transform(({ summary, steps, tests, risks }) => ({
      summary,
      steps: linesOf(steps),
      tests: linesOf(tests),
      risks: linesOf(risks),
    }))
    form.put(urlFor('workflow_plans.update', { id: workflowId }), {
      preserveScroll: true,
      preserveState: true,
      onSuccess: onClose,
    })
  }

  const area = (name: 'summary' | 'steps' | 'tests' | 'risks', rows: number) => (
    <Textarea
      name={name}
      rows={rows}
      value={form.data[name]}
      onChange={(event) => form.setData(name, event.target.value)}
    />
  )

  return (
    <form onSubmit={save} className="grid max-w-3xl gap-4">
      <Field label="Summary" error={errorOf('summary')} required>
        {area('summary', 2)}
      </Field>
      <Field label="Steps" hint="One on each line, in order." error={errorOf('steps')} required>
        {area('steps', 6)}
      </Field>
      <Field label="Tests to add" hint="One on each line." error={errorOf('tests')} optional>
        {area('tests', 4)}
      </Field>
      <Field label="Risks" hint="One on each line." error={errorOf('risks')} optional>
        {area('risks', 3)}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={form.processing}>
          Save plan
        </Button>
        <Button onClick={onClose} disabled={form.processing}>
          Discard
        </Button>
      </div>
    </form>
  )
}
