/** A small layer over the page: menus, popovers, lists. */
export const POP =
  'z-50 rounded-lg border bg-surface text-text shadow-pop animate-rise data-[state=closed]:animate-none'

/** The dimmed page behind a dialog or sheet. */
export const SCRIM = 'fixed inset-0 z-40 animate-fade bg-[oklch(0.1_0.01_250/0.5)]'
