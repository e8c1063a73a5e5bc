import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useField } from '~/hooks/use_field'
import { cn } from '~/lib/cn'
import { CONTROL, CONTROL_HEIGHT } from './control_class'

export interface Option {
  value: string
  label: string
  disabled?: boolean
}

type SelectProps = Omit<ComponentProps<'select'>, 'size' | 'multiple' | 'children'> & {
  options: readonly Option[]
  /** Shown while nothing is chosen; submits as an empty string. */
  placeholder?: string
}

/**
 * The platform's own list: right on phones, in forms and for every reader. More than about fifteen options: Combobox.
 */
export function Select({ options, placeholder, className, ...props }: SelectProps) {
  const wiring = useField(props)
  return (
    <div className={cn('relative', className)}>
      <select {...props} {...wiring} className={cn(CONTROL, CONTROL_HEIGHT, 'appearance-none truncate pr-8')}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      />
    </div>
  )
}
