import { cn } from '~/lib/cn'
import type { Tone } from '~/lib/tone'

type BarTone = Exclude<Tone, 'neutral' | 'info'>

const BAR: Record<BarTone, string> = {
  accent: '[&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent',
  ok: '[&::-webkit-progress-value]:bg-ok [&::-moz-progress-bar]:bg-ok',
  warn: '[&::-webkit-progress-value]:bg-warn [&::-moz-progress-bar]:bg-warn',
  bad: '[&::-webkit-progress-value]:bg-bad [&::-moz-progress-bar]:bg-bad',
  run: '[&::-webkit-progress-value]:bg-run [&::-moz-progress-bar]:bg-run',
}

interface ProgressProps {
  /** What is under way; read out. */
  label: string
  /** Between 0 and `max`; beyond it the bar is full. */
  value: number
  max: number
  tone?: BarTone
  className?: string
}

/** How much of a known amount is reached. Put the figures in words beside it. */
export function Progress({ label, value, max, tone = 'accent', className }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      value={Math.min(Math.max(value, 0), max)}
      max={max}
      className={cn(
        'block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-raised [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:rounded-full',
        BAR[tone],
        className
      )}
    />
  )
}
