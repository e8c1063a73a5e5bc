import { stripVTControlCharacters } from 'node:util'

/** Only the end of a long output can hold the final summary and the failures. */
const maxOutput = 4 * 1024 * 1024
const maxLine = 4096

/** Output as plain lines: colours and cursor movements gone, endings unified, each line bounded. */
export function toLines(output: string): string[] {
  return stripVTControlCharacters(output.slice(-maxOutput))
    .split(/\r\n|\n|\r/)
    .map((line) => line.slice(0, maxLine).trimEnd())
}

/** The index of the last line that matches, searching upwards from `from`; -1 when there is none. */
export function lastIndex(lines: string[], pattern: RegExp, from = lines.length - 1): number {
  for (let index = from; index >= 0; index--) if (pattern.test(lines[index])) return index
  return -1
}

/** The next line with text after `index`, trimmed; empty at the end. */
export function nextText(lines: string[], index: number): string {
  for (let next = index + 1; next < lines.length; next++) if (lines[next].trim()) return lines[next].trim()
  return ''
}

/**
 * Sums `2 passed`, `1 failed` … in a summary line by word, e.g. `{ passed: 2, failed: 1 }`.
 * Plurals are folded: `errors` counts as `error`.
 */
export function countWords(text: string): Record<string, number> {
  const counts: Record<string, number> = Object.create(null)
  for (const [, number, word] of text.matchAll(/(\d{1,9}) ([a-z]+)/g)) {
    const key = word.replace(/s$/, '')
    counts[key] = (counts[key] ?? 0) + Number(number)
  }
  return counts
}
