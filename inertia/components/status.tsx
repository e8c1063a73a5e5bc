import type { ComponentType } from 'react'
import { cn } from '~/lib/cn'
import { type Tone, toneSoft, toneText } from '~/lib/tone'

export interface StatusLook {
  icon: ComponentType<{ className?: string; 'aria-hidden'?: boolean }>
  label: string
  tone: Tone
}

interface StatusProps extends StatusLook {
  /** `pill` stands out in a header; `plain` sits in a row; `icon` has its word read out only. */
  look?: 'plain' | 'pill' | 'icon'
  /** It is going on right now: the icon pulses. */
  live?: boolean
  className?: string
}

/** A state as icon, word and colour, so that it does not depend on any one of them. */
export function Status({ icon: Icon, label, tone, look = 'plain', live = false, className }: StatusProps) {
  return (
    <span
      title={look === 'icon' ? label : undefined}
      className={cn(
        'inline-flex items-center gap-1.5 font-medium whitespace-nowrap',
        look === 'pill' ? ['h-6 rounded-md px-2 text-sm', toneSoft[tone]] : toneText[tone],
        className
      )}
    >
      <Icon aria-hidden={true} className={cn('size-4 shrink-0', live && 'animate-pulse')} />
      <span className={look === 'icon' ? 'sr-only' : undefined}>{label}</span>
    </span>
  )
}
