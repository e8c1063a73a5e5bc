import { blankComments } from './comments.js'
import { blankTypes } from './strip_types.js'

/** One line that can execute: the UTF-16 offsets of its code in the file, and the column it starts at. */
export type CodeLine = { line: number; column: number; start: number; end: number }

/**
 * What belongs to something else than the rest of its line: brackets and `else` to the statement before, and
 * V8 counts a function from `function` or its name on, so that what stands before always looks executed.
 */
const lead = /^[\s{}()[\];,]*(?:else\b\s*|export\s+(?:default\s+)?|static\s+|async\s+|get\s+|set\s+)*/
const onlyPunctuation = /^[\s{}()[\];,]*$/

/** Lines with code: not blank, not only comments, types or closing brackets. */
export function executableLines(path: string, source: string): CodeLine[] {
  const code = blankComments(blankTypes(path, source))
  const lines: CodeLine[] = []
  let offset = 0
  for (const [index, text] of code.split('\n').entries()) {
    const body = text.trim().replace(lead, '')
    if (!onlyPunctuation.test(body)) {
      const end = offset + text.trimEnd().length
      const start = end - body.length
      lines.push({ line: index + 1, column: start - offset, start, end })
    }
    offset += text.length + 1
  }
  return lines
}
