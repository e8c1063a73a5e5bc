import type { ComponentProps, ReactNode } from 'react'
import { useField } from '~/hooks/use_field'
import { cn } from '~/lib/cn'
import { CONTROL, CONTROL_HEIGHT } from './control_class'

type InputProps = Omit<ComponentProps<'input'>, 'size'> & {
  /** For what is read letter by letter: urls, branches, commands, tokens. */
  mono?: boolean
  /** Lies inside the frame, at its start. */
  icon?: ReactNode
  /** Lies inside the frame, at its end: a button or a key. */
  trailing?: ReactNode
}

export function Input({ mono = false, icon, trailing, className, type = 'text', ...props }: InputProps) {
  const wiring = useField(props)
  const input = (
    <input
      {...props}
      {...wiring}
      type={type}
      className={cn(
        CONTROL,
        CONTROL_HEIGHT,
        'read-only:bg-raised',
        mono && 'font-mono',
        icon && 'pl-8',
        trailing && 'pr-10',
        className
      )}
    />
  )
  if (!icon && !trailing) return input
  return (
    <div className="relative">
      {icon && (
        <span className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-muted [&_svg]:size-4">
          {icon}
        </span>
      )}
      {input}
      {trailing && <span className="absolute inset-y-0 right-1 flex items-center">{trailing}</span>}
    </div>
  )
}
