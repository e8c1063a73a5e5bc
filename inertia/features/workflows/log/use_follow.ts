import type { KeyboardEvent, PointerEvent, UIEvent, WheelEvent } from 'react'
import { useEffect, useEffectEvent, useState } from 'react'

const AT_END_PX = 6
const BACK_KEYS = ['ArrowUp', 'PageUp', 'Home']

/**
 * Stays at the end of a growing log until the reader goes back, and again from when they return to the end.
 * Returns the handlers for the element that scrolls.
 */
export function useFollow(
  live: boolean,
  count: number,
  follow: boolean,
  onChange: (follow: boolean) => void,
  toEnd: () => void
) {
  // The last lines come together with the end of the step, and are followed as well.
  const [wasLive, setWasLive] = useState(live)
  if (live && !wasLive) setWasLive(true)
  const follows = wasLive && follow && count > 0
  const scroll = useEffectEvent(toEnd)

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new line is followed
  useEffect(() => {
    if (follows) scroll()
  }, [follows, count])

  const leave = (goesBack: boolean) => {
    if (goesBack && follow) onChange(false)
  }
  return {
    onWheel: (event: WheelEvent) => leave(event.deltaY < 0),
    onTouchMove: () => leave(true),
    onKeyDown: (event: KeyboardEvent) => leave(BACK_KEYS.includes(event.key)),
    // A press on the element itself, not on a line in it, is one on its scrollbar.
    onPointerDown: (event: PointerEvent) => leave(event.target === event.currentTarget),
    onScroll: ({ currentTarget: box }: UIEvent<HTMLElement>) => {
      const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PX
      if (atEnd && !follow) onChange(true)
    },
  }
}
