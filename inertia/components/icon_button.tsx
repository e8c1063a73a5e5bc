import type { ComponentProps, ReactNode } from 'react'
import { cn } from '~/lib/cn'
import { type ButtonLook, buttonClass } from './button_class'
import { Spinner } from './spinner'
import { Tooltip } from './tooltip'

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  /** What it does: read out, and shown on hover and focus. */
  label: string
  icon: ReactNode
  variant?: ButtonLook['variant']
  size?: 'sm' | 'md'
  busy?: boolean
}

export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size = 'md',
  busy = false,
  disabled,
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <button
        type="button"
        {...props}
        aria-label={label}
        aria-busy={busy || undefined}
        disabled={disabled || busy}
        className={cn(
          buttonClass({ variant, size }),
          'aspect-square px-0',
          variant === 'ghost' && 'text-muted enabled:hover:text-text',
          className
        )}
      >
        {busy ? <Spinner /> : icon}
      </button>
    </Tooltip>
  )
}
