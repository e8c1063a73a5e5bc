import type { KeyboardEvent, PointerEvent } from 'react'

interface SplitHandleProps {
  /** Share of the left side, in percent. */
  value: number
  onChange: (value: number) => void
}

export const MIN_SHARE = 25
export const MAX_SHARE = 75
const STEP = 4

const bounded = (value: number) => Math.min(MAX_SHARE, Math.max(MIN_SHARE, Math.round(value)))

/** Drag it, or move it with the arrow keys. It must be a child of the row that it divides. */
export function SplitHandle({ value, onChange }: SplitHandleProps) {
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const row = event.currentTarget.parentElement!.getBoundingClientRect()
    onChange(bounded(((event.clientX - row.left) / row.width) * 100))
  }
  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (!by) return
    event.preventDefault()
    onChange(bounded(value + by))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this is the pattern for one that can
    <div
      role="separator"
      aria-label="Width of the log"
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={MIN_SHARE}
      aria-valuemax={MAX_SHARE}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      className="group flex w-3 shrink-0 cursor-col-resize touch-none items-center justify-center"
    >
      <span className="h-10 w-1 rounded-full bg-line group-hover:bg-accent group-focus-visible:bg-accent" />
    </div>
  )
}
