import { Form } from '@adonisjs/inertia/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Checkbox } from '~/components/checkbox'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { Select } from '~/components/select'
import { Ladder } from './ladder'
import { KINDS } from './words'

export type Policy = {
  order: string[]
  escalateOn: { redVerdict: boolean; malformedEdits: boolean; refusal: boolean }
  maxEscalations: number
  fixed: Partial<Record<string, string>>
  effort: Partial<Record<string, string>>
  hedgeAfterMs: number | null
  cacheAnswers: boolean
}

interface PolicyFormProps {
  policy: Policy
  /** Everything there is a key for, cheapest first. */
  models: readonly string[]
  projectId?: string
}

const ESCALATIONS = [
  { key: 'redVerdict', label: 'when the tests are red' },
  { key: 'malformedEdits', label: 'when its edits cannot be used' },
  { key: 'refusal', label: 'when it declines' },
] as const

export function PolicyForm({ policy, models, projectId }: PolicyFormProps) {
  const [order, setOrder] = useState(() => orderOf(policy, models))
  const [used, setUsed] = useState(() => new Set(policy.order.length > 0 ? policy.order : models))
  const [escalateOn, setEscalateOn] = useState(policy.escalateOn)
  const [cacheAnswers, setCacheAnswers] = useState(policy.cacheAnswers)
  const chosen = order.filter((model) => used.has(model))
  return (
    <Form
      route="routing_policies.store"
      className="grid gap-5"
      options={{ preserveScroll: true }}
      transform={(data) => ({
        projectId: projectId ?? null,
        order: chosen.length === models.length && sameOrder(chosen, models) ? [] : chosen,
        escalateOn,
        maxEscalations: Number(data.maxEscalations),
        fixed: Object.fromEntries(KINDS.map(({ value }) => [value, data.fixed?.[value] || null])),
        effort: policy.effort,
        cacheAnswers,
        hedgeAfterMs: data.hedgeAfterMs ? Math.round(Number(data.hedgeAfterMs) * 1000) : null,
      })}
    >
      {({ errors, processing }) => (
        <>
          <Ladder order={order} used={used} onOrder={setOrder} onUsed={setUsed} />
          {errors.order && <p className="text-sm text-bad">{errors.order}</p>}
          <fieldset className="grid gap-2">
            <legend className="mb-2 text-sm font-medium">Go to the next stronger model</legend>
            {ESCALATIONS.map(({ key, label }) => (
              <Checkbox
                key={key}
                label={label}
                checked={escalateOn[key]}
                onChange={(event) => setEscalateOn({ ...escalateOn, [key]: event.currentTarget.checked })}
              />
            ))}
          </fieldset>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="At most so many steps up" error={errors.maxEscalations} required>
              <Input
                name="maxEscalations"
                type="number"
                min={0}
                max={11}
                defaultValue={policy.maxEscalations}
              />
            </Field>
            <Field
              label="Ask a second model after"
              error={errors.hedgeAfterMs}
              optional
              hint="Seconds without a first word. Both may cost. Empty: never."
            >
              <Input
                name="hedgeAfterMs"
                type="number"
                min={0.5}
                max={120}
                step="0.5"
                defaultValue={policy.hedgeAfterMs === null ? '' : policy.hedgeAfterMs / 1000}
              />
            </Field>
          </div>
          <Checkbox
            label="Give kept answers again"
            hint="To exactly the same question within a day, at no cost. Answers are kept for your team alone; repairs and repeated workflows always ask anew."
            checked={cacheAnswers}
            onChange={(event) => setCacheAnswers(event.currentTarget.checked)}
          />
          <fieldset className="grid gap-3 sm:grid-cols-2">
            <legend className="mb-2 text-sm font-medium">Always the same model for</legend>
            {KINDS.map(({ value, label }) => (
              <Field key={value} label={label}>
                <Select
                  name={`fixed.${value}`}
                  placeholder="The router decides"
                  options={models.map((model) => ({ value: model, label: model }))}
                  defaultValue={policy.fixed[value] ?? ''}
                />
              </Field>
            ))}
          </fieldset>
          <div>
            <Button type="submit" variant="primary" busy={processing}>
              Save policy
            </Button>
          </div>
        </>
      )}
    </Form>
  )
}

/** The policy's order first, then what has been added since. */
function orderOf({ order }: Policy, models: readonly string[]): string[] {
  return [...order, ...models.filter((model) => !order.includes(model))]
}

const sameOrder = (a: readonly string[], b: readonly string[]) =>
  a.every((model, index) => model === b[index])
