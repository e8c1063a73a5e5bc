import { router } from '@inertiajs/react'

/** Puts the focus on what the page is about, which is then read out; Tab goes on from there. */
export function focusHeading() {
  const heading =
    document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
  if (!heading) return
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

/**
 * Pages change without the browser loading anything, so it does not begin anew by itself: after a change of page
 * the focus goes to the heading, after a refused form to the first field that is wrong, and after any other change
 * to the heading again if it took away what had the focus.
 */
export function keepFocusMeaningful() {
  let shown = ''
  router.on('navigate', ({ detail: { page } }) => {
    const address = `${page.component} ${page.url.split('?')[0]}`
    const changed = shown !== '' && shown !== address
    shown = address
    if (changed) setTimeout(focusHeading)
  })
  router.on('finish', ({ detail: { visit } }) => {
    const lost = () => document.activeElement === document.body
    if (visit.method !== 'get') setTimeout(() => lost() && focusHeading(), 100)
  })
  router.on('error', () => {
    setTimeout(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus())
  })
}
