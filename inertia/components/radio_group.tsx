import { type ReactNode, useId } from 'react'
import { cn } from '~/lib/cn'
import { Choice } from './choice'

interface RadioOption {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

interface RadioGroupProps {
  legend: string
  name: string
  options: readonly RadioOption[]
  defaultValue?: string
  value?: string
  onValueChange?: (value: string) => void
  error?: string | undefined
  className?: string
}

export function RadioGroup({ legend, name, options, error, className, ...props }: RadioGroupProps) {
  const errorId = useId()
  return (
    <fieldset className={cn('grid gap-2', className)} aria-describedby={error ? errorId : undefined}>
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      {options.map((option) => (
        <Choice
          key={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          control={(ids) => (
            <input
              {...ids}
              type="radio"
              name={name}
              value={option.value}
              disabled={option.disabled}
              {...checkedness(props, option.value)}
              className="mt-0.5 size-4 shrink-0 cursor-pointer appearance-none rounded-full border border-control bg-surface checked:border-5 checked:border-accent"
            />
          )}
        />
      ))}
      {error && (
        <p id={errorId} className="text-sm text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function checkedness(
  group: Pick<RadioGroupProps, 'value' | 'defaultValue' | 'onValueChange'>,
  option: string
) {
  const onChange = () => group.onValueChange?.(option)
  return group.value === undefined
    ? { defaultChecked: group.defaultValue === option, onChange }
    : { checked: group.value === option, onChange }
}
