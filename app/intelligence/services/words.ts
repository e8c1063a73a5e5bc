const MAX_WORDS = 60

/** The words of a name or a text as code has them: `parseHTTPHeaders` gives `parse http headers`. Lower case, once each. */
export function wordsOf(text: string): string[] {
  const parts = text.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\d+/gu) ?? []
  return [...new Set(parts.map((part) => part.toLowerCase()))].slice(0, MAX_WORDS)
}
