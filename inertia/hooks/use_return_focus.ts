import { useRef } from 'react'
import { focusHeading } from '~/lib/page_focus'

/**
 * For a dialog that is opened by its `open` alone: where the focus was before goes on when it closes, or the
 * page's heading where that is gone. Radix knows only of its own triggers.
 */
export function useReturnFocus(hasTrigger: boolean) {
  const before = useRef<Element | null>(null)
  if (hasTrigger) return {}
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      const element = before.current
      if (element instanceof HTMLElement && element.isConnected && element !== document.body) element.focus()
      else focusHeading()
    },
  }
}
