export type Theme = 'light' | 'dark' | 'system'

export const THEMES: readonly Theme[] = ['light', 'dark', 'system']

const YEAR_IN_SECONDS = 31_536_000

export function isTheme(value: string | undefined): value is Theme {
  return THEMES.some((theme) => theme === value)
}

/** The theme the document is drawn in; the server has written it there from the cookie before any script ran. */
export function currentTheme(): Theme {
  const value = document.documentElement.dataset.theme
  return isTheme(value) ? value : 'system'
}

/** Redraws at once and leaves a plain (unsigned) cookie from which the server draws the next page. */
export function applyTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme
  // The Cookie Store API is missing on plain http, where self-hosted installations are often reached.
  // biome-ignore lint/suspicious/noDocumentCookie: see above
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`
}
