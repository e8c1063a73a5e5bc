import type { DiffFile, DiffLine } from './parse_patch.js'

export type Range = readonly [from: number, to: number]

const MIN_COMMON = 0.3

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}_$]/u.test(character)

/** Where two versions of a line differ, in whole words: all but what they begin and end with in common. Null if they share too little. */
export function changedRange(before: string, after: string): { before: Range; after: Range } | null {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  if (shorter === 0 || (head + tail) / Math.max(before.length, after.length) < MIN_COMMON) return null
  while (head > 0 && isWord(before[head - 1]) && (isWord(before[head]) || isWord(after[head]))) head--
  while (
    tail > 0 &&
    isWord(before.at(-tail)) &&
    (isWord(before.at(-1 - tail)) || isWord(after.at(-1 - tail)))
  )
    tail--
  return { before: [head, before.length - tail], after: [head, after.length - tail] }
}

/** For every line that replaces another one: which part of either is different. */
export function changedRanges(file: DiffFile): Map<DiffLine, Range> {
  const ranges = new Map<DiffLine, Range>()
  for (const { lines } of file.hunks) {
    for (let i = 0; i < lines.length; ) {
      const removed = runOf(lines, i, 'delete')
      const added = runOf(lines, i + removed.length, 'add')
      if (removed.length > 0 && removed.length === added.length) {
        removed.forEach((line, n) => {
          const found = changedRange(line.text, added[n]!.text)
          if (!found) return
          ranges.set(line, found.before)
          ranges.set(added[n]!, found.after)
        })
      }
      i += Math.max(1, removed.length + added.length)
    }
  }
  return ranges
}

function runOf(lines: readonly DiffLine[], from: number, change: DiffLine['change']): DiffLine[] {
  let to = from
  while (lines[to]?.change === change) to++
  return lines.slice(from, to)
}
