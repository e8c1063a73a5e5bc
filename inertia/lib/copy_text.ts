/**
 * Puts text on the clipboard and says whether it got there. On plain http outside localhost the browser has no
 * `navigator.clipboard`; the old command still works there.
 */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    const written = navigator.clipboard.writeText(text)
    return written.then(
      () => true,
      () => copyBySelection(text)
    )
  }
  return copyBySelection(text)
}

function copyBySelection(text: string): boolean {
  const active = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'fixed top-0 left-0 size-px opacity-0'
  area.setAttribute('aria-hidden', 'true')
  // Inside an open dialog, focus outside of it would be taken back before the command runs.
  const host = active?.closest('[role="dialog"], [role="alertdialog"]') ?? document.body
  host.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (active instanceof HTMLElement) active.focus()
  return copied
}
