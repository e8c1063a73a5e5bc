export type ToastTone = 'ok' | 'bad' | 'info'

export interface Toast {
  id: number
  tone: ToastTone
  message: string
}

const SHOWN_AT_ONCE = 3

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function publish(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a short message in the corner. For what must not be missed, use a Banner or an ErrorPanel instead. */
export function toast(tone: ToastTone, message: string) {
  lastId += 1
  publish([...toasts, { id: lastId, tone, message }].slice(-SHOWN_AT_ONCE))
}

export function dismissToast(id: number) {
  publish(toasts.filter((shown) => shown.id !== id))
}

/** For `useSyncExternalStore`. */
export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  snapshot: () => toasts,
}
