import { useEffect, useState } from 'react'
import type { Token } from '../../workflows/diff/highlight'
import { languageOf } from '../../workflows/diff/languages'
import type { SourceAnswer } from '../server_types'

const MAX_CHARACTERS = 120_000

/** The lines in colours once the highlighter has been loaded; until then, and for unknown languages, null. */
export function useColours({ path, lines }: SourceAnswer): Token[][] | null {
  const [tokens, setTokens] = useState<Token[][] | null>(null)

  useEffect(() => {
    const language = languageOf(path)
    const text = lines.join('\n')
    if (!language || text.length > MAX_CHARACTERS) return
    let wanted = true
    import('../../workflows/diff/highlight').then(
      ({ highlightText }) => wanted && setTokens(highlightText(text, language)),
      // Without colours the code says just as much.
      () => undefined
    )
    return () => {
      wanted = false
    }
  }, [path, lines])

  return tokens
}
