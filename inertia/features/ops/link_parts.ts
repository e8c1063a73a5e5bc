export interface TextPart {
  /** Where it begins in the text. */
  at: number
  text: string
  url?: string
}

const address = /https?:\/\/[^\s<>"]+/g

/** Cuts a text at its web addresses, so that those can be followed. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: url, index } of text.matchAll(address)) {
    if (index > end) parts.push({ at: end, text: text.slice(end, index) })
    parts.push({ at: index, text: url, url })
    end = index + url.length
  }
  if (end < text.length) parts.push({ at: end, text: text.slice(end) })
  return parts
}
