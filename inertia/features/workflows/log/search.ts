import type { LogLine } from '../live/log_lines.js'
import { plainText } from './ansi.js'

export interface Match {
  /** Index into the lines. */
  line: number
  /** Where in the line's plain text. */
  start: number
  end: number
}

/** Beyond this the count is shown as "10,000+"; nobody steps through more. */
export const MAX_MATCHES = 10_000

/** Every place where the text stands, top to bottom, whatever its case. */
export function findMatches(lines: readonly LogLine[], query: string): Match[] {
  const needle = query.toLowerCase()
  const matches: Match[] = []
  if (needle === '') return matches
  for (let line = 0; line < lines.length && matches.length < MAX_MATCHES; line++) {
    const text = plainText(lines[line]!).toLowerCase()
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) {
      matches.push({ line, start: at, end: at + needle.length })
    }
  }
  return matches
}

type Found = readonly { match: Match; index: number }[]

const NONE: Found = []

/** The matches of one line; `matches` is ordered, so that this costs no walk through all of them. */
export function matchesOn(matches: readonly Match[], line: number): Found {
  if (matches.length === 0) return NONE
  let low = 0
  let high = matches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (matches[middle]!.line < line) low = middle + 1
    else high = middle
  }
  const found: { match: Match; index: number }[] = []
  for (let index = low; matches[index]?.line === line; index++) found.push({ match: matches[index]!, index })
  return found.length > 0 ? found : NONE
}
