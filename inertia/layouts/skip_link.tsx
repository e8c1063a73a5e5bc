export const MAIN_ID = 'main'

/** The first thing the Tab key reaches: past the navigation, to what the page is about. */
export function SkipLink() {
  return (
    <a
      href={`#${MAIN_ID}`}
      className="sr-only z-60 rounded-md bg-accent font-medium text-bg focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2 focus-visible:px-3 focus-visible:py-2"
    >
      Skip to the page
    </a>
  )
}
