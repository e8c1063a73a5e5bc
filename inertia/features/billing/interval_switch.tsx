import { Switch } from '~/components/switch'
import type { Interval } from './plan_points'

interface IntervalSwitchProps {
  interval: Interval
  onChange: (interval: Interval) => void
}

export function IntervalSwitch({ interval, onChange }: IntervalSwitchProps) {
  return (
    <Switch
      label="Pay yearly"
      hint="Twelve months for the price of ten."
      checked={interval === 'year'}
      onChange={(event) => onChange(event.currentTarget.checked ? 'year' : 'month')}
    />
  )
}
