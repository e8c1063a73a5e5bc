// biome-ignore-all lint/a11y/useAriaPropsForRole: a checkbox brings its own checked state
import type { ComponentProps, ReactNode } from 'react'
import { Choice } from './choice'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'id' | 'role'> & {
  label: ReactNode
  hint?: ReactNode
}

/** For what takes effect at once. Inside a form that is sent later, use a Checkbox. */
export function Switch({ label, hint, className, ...props }: SwitchProps) {
  return (
    <Choice
      label={label}
      hint={hint}
      disabled={props.disabled}
      className={className}
      control={(ids) => (
        <span className="relative flex h-5 w-8 shrink-0">
          <input
            {...props}
            {...ids}
            type="checkbox"
            role="switch"
            className="peer h-5 w-8 cursor-pointer appearance-none rounded-full border border-control bg-raised transition-colors checked:border-accent checked:bg-accent"
          />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute top-1 left-1 size-3 rounded-full bg-muted transition-transform peer-checked:translate-x-3 peer-checked:bg-bg"
          />
        </span>
      )}
    />
  )
}
