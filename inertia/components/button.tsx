import type { ComponentProps, ReactNode } from 'react'
import { cn } from '~/lib/cn'
import { type ButtonLook, buttonClass } from './button_class'
import { Spinner } from './spinner'

export type ButtonProps = ComponentProps<'button'> &
  ButtonLook & {
    /** Stands before the words; replaced by a spinner while busy. */
    icon?: ReactNode
    /** The action is under way: the button keeps its words and its width, and cannot be pressed again. */
    busy?: boolean
  }

export function Button({
  variant,
  size,
  icon,
  busy = false,
  disabled,
  className,
  children,
  type = 'button',
  onClick,
  ...props
}: ButtonProps) {
  return (
    <button
      {...props}
      type={type}
      disabled={disabled}
      // Not `disabled` while busy: the browser would take the focus away, and a keyboard would start over.
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cn(buttonClass({ variant, size }), className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}
