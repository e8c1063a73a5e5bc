import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Choice } from './choice'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'id'> & {
  label: ReactNode
  hint?: ReactNode
}

export function Checkbox({ label, hint, className, ...props }: CheckboxProps) {
  return (
    <Choice
      label={label}
      hint={hint}
      disabled={props.disabled}
      className={className}
      control={(ids) => (
        <span className="relative mt-0.5 flex size-4 shrink-0">
          <input
            {...props}
            {...ids}
            type="checkbox"
            className="peer size-4 cursor-pointer appearance-none rounded-sm border border-control bg-surface checked:border-accent checked:bg-accent"
          />
          <Check
            aria-hidden="true"
            strokeWidth={3}
            className="pointer-events-none absolute inset-0.5 hidden size-3 text-bg peer-checked:block"
          />
        </span>
      )}
    />
  )
}
