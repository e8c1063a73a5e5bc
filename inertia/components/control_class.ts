/** The frame of everything one types into or picks from. 16 px on touch screens: below that, phones zoom in. */
export const CONTROL =
  'w-full min-w-0 rounded-md border border-control bg-surface px-2.5 text-base text-text transition-colors hover:border-muted focus-visible:-outline-offset-1 disabled:cursor-not-allowed disabled:bg-raised disabled:text-muted aria-invalid:border-bad pointer-coarse:text-lg'

export const CONTROL_HEIGHT = 'h-8 pointer-coarse:h-10'
