import { useState } from 'react'
import { applyTheme, currentTheme, type Theme } from '~/lib/theme'

/** The reader's theme and the way to change it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(currentTheme)
  function change(next: Theme) {
    applyTheme(next)
    setTheme(next)
  }
  return [theme, change]
}
