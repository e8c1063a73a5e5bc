import type { ComponentProps } from 'react'
import { useField } from '~/hooks/use_field'
import { cn } from '~/lib/cn'
import { CONTROL } from './control_class'

type TextareaProps = ComponentProps<'textarea'> & { mono?: boolean }

/** Grows with its text up to about half the screen. */
export function Textarea({ mono = false, className, rows = 3, ...props }: TextareaProps) {
  const wiring = useField(props)
  return (
    <textarea
      {...props}
      {...wiring}
      rows={rows}
      className={cn(
        CONTROL,
        'field-sizing-content max-h-[50dvh] min-h-20 read-only:bg-raised resize-y py-1.5 leading-relaxed',
        mono && 'font-mono',
        className
      )}
    />
  )
}
