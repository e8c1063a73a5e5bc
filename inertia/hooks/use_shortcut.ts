import { useEffect, useEffectEvent } from 'react'

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="menu"]'

function isTyping(target: EventTarget | null) {
  return target instanceof Element && target.closest(TYPING) !== null
}

/**
 * Calls `run` when the key is pressed alone and nobody is typing or reading a dialog.
 * `key` as in `KeyboardEvent.key`: `j`, `/`, `?`.
 */
export function useShortcut(key: string, run: () => void, enabled = true) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (isTyping(event.target) || document.querySelector('[role="dialog"], [role="alertdialog"]')) return
    event.preventDefault()
    run()
  })

  useEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [enabled])
}
