import { useSyncExternalStore } from 'react'

const SECOND = 1000

let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}

/** All that ticks on a page shares one timer, so figures change together and none runs when nothing is shown. */
function subscribe(listener: () => void) {
  listeners.add(listener)
  if (listeners.size === 1) {
    now = Date.now()
    timer = setInterval(tick, SECOND)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

const never = () => () => {}

/** Epoch milliseconds, new every second while `live`; otherwise the moment of the first render. */
export function useNow(live = true): number {
  return useSyncExternalStore(live ? subscribe : never, () => now)
}
