import { type ReactNode, useId } from 'react'
import { FieldContext } from '~/hooks/use_field'
import { cn } from '~/lib/cn'

interface FieldProps {
  label: string
  /** One control of this folder; it finds its label, hint and error by itself. */
  children: ReactNode
  hint?: ReactNode
  error?: string | undefined
  required?: boolean
  /** Said after the label where most fields of the form are required. */
  optional?: boolean
  className?: string
}

export function Field({
  label,
  children,
  hint,
  error,
  required = false,
  optional = false,
  className,
}: FieldProps) {
  const id = useId()
  const hintId = hint ? `${id}-hint` : ''
  const errorId = error ? `${id}-error` : ''
  const describedBy = `${errorId} ${hintId}`.trim() || undefined
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error), required }}>
      <div className={cn('grid content-start gap-1.5', className)}>
        <label htmlFor={id} className="text-sm font-medium">
          {label}
          {optional && <span className="font-normal text-muted"> (optional)</span>}
        </label>
        {children}
        {error && (
          <p id={errorId} className="text-sm text-bad">
            {error}
          </p>
        )}
        {hint && (
          <p id={hintId} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
    </FieldContext>
  )
}
