import { Link } from '@adonisjs/inertia/react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '~/lib/cn'
import { type ButtonLook, buttonClass } from './button_class'

type LinkButtonProps = Omit<ComponentProps<'a'>, 'href'> &
  ButtonLook & {
    href: string
    icon?: ReactNode
    /** Leaves the application, or is a file to keep: the browser goes there by itself. */
    external?: boolean
  }

/** A place to go to that deserves the weight of a button. For an action, use Button. */
export function LinkButton({
  variant,
  size,
  icon,
  external = false,
  className,
  children,
  ...props
}: LinkButtonProps) {
  const look = cn(buttonClass({ variant, size }), className)
  if (external || props.download !== undefined) {
    return (
      <a {...props} className={look}>
        {icon}
        {children}
      </a>
    )
  }
  return (
    <Link href={props.href} id={props.id} aria-label={props['aria-label']} className={look}>
      {icon}
      {children}
    </Link>
  )
}
