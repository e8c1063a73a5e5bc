import { Form } from '@adonisjs/inertia/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Checkbox } from '~/components/checkbox'
import { PROVIDERS, REGIONS } from './words'

export type DataPolicy = { providers: string[] | null; regions: string[] | null; localOnly: boolean }

/** Null where everything is ticked: what comes later is allowed, too. */
const chosen = (all: readonly { value: string }[], picked: Set<string>) =>
  all.every(({ value }) => picked.has(value))
    ? null
    : all.map(({ value }) => value).filter((one) => picked.has(one))

interface DataPolicyFormProps {
  data: DataPolicy
  manage: boolean
  /** The project whose own policy it is; the team's when absent. */
  projectId?: string
}

export function DataPolicyForm({ data, manage, projectId }: DataPolicyFormProps) {
  const [localOnly, setLocalOnly] = useState(data.localOnly)
  const [providers, setProviders] = useState(
    () => new Set(data.providers ?? PROVIDERS.map(({ value }) => value))
  )
  const [regions, setRegions] = useState(() => new Set(data.regions ?? REGIONS.map(({ value }) => value)))
  return (
    <Form
      route="data_policies.update"
      className="grid gap-5"
      options={{ preserveScroll: true }}
      transform={() => ({
        projectId: projectId ?? null,
        localOnly,
        providers: chosen(PROVIDERS, providers),
        regions: chosen(REGIONS, regions),
      })}
    >
      {({ errors, processing }) => (
        <>
          <Checkbox
            label="Only models on our own machines"
            hint="Nothing of your code leaves them, whatever is ticked below."
            checked={localOnly}
            disabled={!manage}
            onChange={(event) => setLocalOnly(event.currentTarget.checked)}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <Ticks
              legend="Providers"
              all={PROVIDERS}
              picked={providers}
              onPick={setProviders}
              disabled={!manage}
            />
            <Ticks legend="Regions" all={REGIONS} picked={regions} onPick={setRegions} disabled={!manage} />
          </div>
          {(errors.providers ?? errors.regions) && (
            <p className="text-sm text-bad">Tick at least one provider and one region.</p>
          )}
          {manage && (
            <div>
              <Button type="submit" variant="primary" busy={processing}>
                Save data policy
              </Button>
            </div>
          )}
        </>
      )}
    </Form>
  )
}

interface TicksProps {
  legend: string
  all: readonly { value: string; label: string }[]
  picked: Set<string>
  onPick: (picked: Set<string>) => void
  disabled: boolean
}

function Ticks({ legend, all, picked, onPick, disabled }: TicksProps) {
  const toggle = (value: string) => {
    const next = new Set(picked)
    if (!next.delete(value)) next.add(value)
    onPick(next)
  }
  return (
    <fieldset className="grid content-start gap-2">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      {all.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={picked.has(value)}
          disabled={disabled}
          onChange={() => toggle(value)}
        />
      ))}
    </fieldset>
  )
}
