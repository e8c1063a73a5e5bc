import { Form } from '@adonisjs/inertia/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Checkbox } from '~/components/checkbox'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { microsOf } from './words'

const MOST = 6

/** Asks for past tasks to be done again by models of choice. */
export function BenchmarkForm({ models }: { models: readonly string[] }) {
  const [picked, setPicked] = useState(() => new Set(models.slice(0, 3)))
  const toggle = (model: string) => {
    const next = new Set(picked)
    if (!next.delete(model)) next.add(model)
    setPicked(next)
  }
  return (
    <Card title="Benchmark on your own tasks">
      <Form
        route="benchmarks.store"
        className="grid gap-4"
        options={{ preserveScroll: true }}
        transform={(data) => ({
          tasks: Number(data.tasks),
          capMicros: microsOf(data.capMicros),
          models: models.filter((model) => picked.has(model)),
        })}
      >
        {({ errors, processing }) => (
          <>
            <p className="text-muted">
              Your newest tasks are done again by each model, on the commit of then. Nothing is pushed; the
              calls cost as any others and count towards your budgets.
            </p>
            <fieldset className="grid gap-2">
              <legend className="mb-2 text-sm font-medium">Models, at most {MOST}</legend>
              {models.map((model) => (
                <Checkbox
                  key={model}
                  label={<code className="font-mono wrap-anywhere">{model}</code>}
                  checked={picked.has(model)}
                  disabled={!picked.has(model) && picked.size >= MOST}
                  onChange={() => toggle(model)}
                />
              ))}
              {errors.models && <p className="text-sm text-bad">{errors.models}</p>}
            </fieldset>
            <div className="flex flex-wrap gap-4">
              <Field label="Tasks" error={errors.tasks} required className="w-28">
                <Input name="tasks" type="number" min={1} max={50} defaultValue={5} required />
              </Field>
              <Field
                label="May cost, in dollars"
                error={errors.capMicros}
                hint="In all, shared out evenly."
                required
                className="w-40"
              >
                <Input
                  name="capMicros"
                  type="number"
                  inputMode="decimal"
                  min={0.01}
                  step="0.01"
                  defaultValue={5}
                  required
                />
              </Field>
            </div>
            <div>
              <Button type="submit" variant="primary" busy={processing} disabled={picked.size === 0}>
                Run benchmark
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
