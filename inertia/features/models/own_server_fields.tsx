import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { Select } from '~/components/select'
import { REGIONS } from './words'

interface OwnServerFieldsProps {
  provider: string
  errors: Partial<Record<string, string>>
}

/** What nobody but the team can know of a server of its own: where it stands and what it costs. */
export function OwnServerFields({ provider, errors }: OwnServerFieldsProps) {
  const example = provider === 'ollama' ? 'https://ollama.example.com' : 'https://models.example.com/v1'
  return (
    <>
      <Field
        label="Address"
        error={errors.baseUrl}
        hint="Addresses of private networks work only where the operator allows them."
        required
      >
        <Input name="baseUrl" type="url" mono placeholder={example} maxLength={300} required />
      </Field>
      <Field label="Where it runs" error={errors.region} optional>
        <Select name="region" options={REGIONS} placeholder="Not said" />
      </Field>
      {provider !== 'ollama' && (
        <div className="grid grid-cols-2 gap-3">
          <Field label="Price in" error={errors.inputPrice} optional>
            <Input
              name="inputPrice"
              type="number"
              inputMode="decimal"
              min={0}
              step="0.01"
              placeholder="0.10"
            />
          </Field>
          <Field label="Price out" error={errors.outputPrice} optional>
            <Input
              name="outputPrice"
              type="number"
              inputMode="decimal"
              min={0}
              step="0.01"
              placeholder="0.50"
            />
          </Field>
          <p className="col-span-2 text-sm text-muted">
            US dollars per million tokens. Without it a model can only be used where no budget is set.
          </p>
        </div>
      )}
    </>
  )
}
