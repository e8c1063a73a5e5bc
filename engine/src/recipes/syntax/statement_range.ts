import type { Comment, Node } from './parse.ts'

interface Range {
  start: number
  end: number
}

const header = /@license|copyright|@file|^!/i

/**
 * What goes when a statement goes: itself, the comments that sit right on top of it, the rest of
 * its last line, and one of the two blank lines it would leave behind.
 */
export function statementRange(text: string, comments: readonly Comment[], { start, end }: Node): Range {
  const top = lineStart(text, attachedStart(text, comments, start))
  let bottom = end
  const rest = /^[ \t]*(?:\/\/[^\n]*)?(?:\r?\n|$)/.exec(text.slice(end))
  if (rest) bottom += rest[0].length
  const blankAbove = top === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, top))
  const blankBelow = /^[ \t]*\r?\n/.exec(text.slice(bottom))
  if (blankAbove && blankBelow) bottom += blankBelow[0].length
  return { start: top, end: bottom }
}

function attachedStart(text: string, comments: readonly Comment[], start: number): number {
  let top = start
  for (const comment of [...comments].reverse()) {
    if (comment.end > top) continue
    const between = text.slice(comment.end, top)
    if (/\S/.test(between) || between.split('\n').length > 2 || header.test(comment.value)) break
    if (/\S/.test(text.slice(lineStartAt(text, comment.start), comment.start))) break
    top = comment.start
  }
  return top
}

function lineStartAt(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The start of the line, when only white space comes before the offset. */
function lineStart(text: string, offset: number): number {
  const start = lineStartAt(text, offset)
  return /\S/.test(text.slice(start, offset)) ? offset : start
}
