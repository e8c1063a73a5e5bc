import { useEffect, useState } from 'react'
import type { Token } from './highlight'
import { languageOf } from './languages'
import type { DiffFile, DiffLine } from './parse_patch'

/** Beyond this a file stays uncoloured: colouring it would stop the page for longer than it helps. */
const MAX_CHARACTERS = 200_000

/** The file's tokens once the highlighter has been loaded; until then, and for unknown languages, null. */
export function useHighlight(file: DiffFile): Map<DiffLine, Token[]> | null {
  const [tokens, setTokens] = useState<Map<DiffLine, Token[]> | null>(null)

  useEffect(() => {
    const language = languageOf(file.path)
    if (!language || sizeOf(file) > MAX_CHARACTERS) return
    let wanted = true
    import('./highlight').then(
      ({ highlightFile }) => wanted && setTokens(highlightFile(file, language)),
      // Without colours the diff says just as much.
      () => undefined
    )
    return () => {
      wanted = false
    }
  }, [file])

  return tokens
}

const sizeOf = (file: DiffFile) =>
  file.hunks.reduce((sum, hunk) => sum + hunk.lines.reduce((size, line) => size + line.text.length, 0), 0)
