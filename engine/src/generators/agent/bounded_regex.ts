import { runInNewContext } from 'node:vm'

const patience = { timeout: 400 }

export interface Match {
  line: number
  text: string
}

/**
 * Lines of a text that match a pattern which somebody else wrote: it is stopped when it takes too long.
 * Null when it is no pattern, or was stopped.
 */
export function linesMatching(pattern: string, texts: readonly string[], most: number): Match[][] | null {
  const code = `
    const wanted = new RegExp(pattern)
    let left = most
    JSON.stringify(texts.map((text) => text.split('\\n').flatMap((line, index) => {
      if (left <= 0 || line.length > 2000 || !wanted.test(line)) return []
      left -= 1
      return [{ line: index + 1, text: line }]
    })))`
  try {
    // A context of plain values: code is ours, the pattern is an argument.
    return JSON.parse(runInNewContext(code, { pattern, texts, most }, patience))
  } catch {
    return null
  }
}
