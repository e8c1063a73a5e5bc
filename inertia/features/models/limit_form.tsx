import { Form } from '@adonisjs/inertia/react'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { dollarsOf, microsOf } from './words'

interface LimitFormProps {
  label: string
  scope: 'team' | 'project' | 'workflow' | 'step'
  projectId?: string
  limitMicros: number | null
}

/** One limit in dollars; an empty field takes it away. */
export function LimitForm({ label, scope, projectId, limitMicros }: LimitFormProps) {
  return (
    <Form
      key={limitMicros ?? 'none'}
      route="budgets.store"
      className="flex flex-wrap items-end gap-2"
      options={{ preserveScroll: true }}
      transform={(data) => ({
        scope,
        projectId: projectId ?? null,
        workflowId: null,
        limitMicros: microsOf(data.limitMicros),
      })}
    >
      {({ errors, processing }) => (
        <>
          <Field label={label} error={errors.limitMicros ?? errors.scope} className="w-44">
            <Input
              name="limitMicros"
              type="number"
              inputMode="decimal"
              min={0}
              max={1_000_000}
              step="0.01"
              placeholder="No limit"
              defaultValue={dollarsOf(limitMicros)}
            />
          </Field>
          <Button type="submit" busy={processing} aria-label={`Save: ${label}`}>
            Save
          </Button>
        </>
      )}
    </Form>
  )
}
