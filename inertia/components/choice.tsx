import { type ReactNode, useId } from 'react'
import { cn } from '~/lib/cn'

interface ChoiceProps {
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean | undefined
  className?: string | undefined
  /** Draws the box, dot or switch with the ids given. */
  control: (ids: { id: string; 'aria-describedby': string | undefined }) => ReactNode
}

/** A box, dot or switch with its words; the whole line can be pressed. */
export function Choice({ label, hint, disabled, className, control }: ChoiceProps) {
  const id = useId()
  const hintId = hint ? `${id}-hint` : undefined
  return (
    <div
      className={cn('flex items-start gap-2.5 pointer-coarse:py-1.5', disabled && 'opacity-60', className)}
    >
      {control({ id, 'aria-describedby': hintId })}
      <div className="min-w-0">
        <label htmlFor={id} className="block cursor-pointer leading-5">
          {label}
        </label>
        {hint && (
          <p id={hintId} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
