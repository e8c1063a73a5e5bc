import type { InertiaFormProps } from '@inertiajs/react'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Select } from '~/components/select'
import { Textarea } from '~/components/textarea'

interface DepartureProps {
  models: string[]
  /** Who was asked in the record. */
  asked: string
  form: InertiaFormProps<{ texts: Record<number, string>; model: string; message: string }>
}

/** Who is asked from here on, and what is said besides. */
export function Departure({ models, asked, form }: DepartureProps) {
  const { data, errors, setData } = form
  return (
    <Card title="From here on">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Model" hint={`In the record: ${asked}.`} error={errors.model}>
          <Select
            name="model"
            placeholder="As the router chooses"
            options={models.map((model) => ({ value: model, label: model }))}
            value={data.model}
            onChange={(event) => setData('model', event.target.value)}
          />
        </Field>
        <Field
          label="Say to the model"
          hint="Counts as your words: it may allow what the task does not."
          error={errors.message}
          optional
        >
          <Textarea
            name="message"
            rows={1}
            maxLength={4000}
            value={data.message}
            onChange={(event) => setData('message', event.target.value)}
          />
        </Field>
      </div>
    </Card>
  )
}
