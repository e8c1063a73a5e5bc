import type { DiffFile, DiffLine } from './parse_patch.js'

/** One line of the table. In the unified view one of the sides is null unless the line is unchanged. */
export interface LineRow {
  kind: 'line'
  old: DiffLine | null
  new: DiffLine | null
}

export type DiffRow =
  | LineRow
  /** Unchanged lines that are in the patch but not shown until asked for. */
  | { kind: 'fold'; rows: LineRow[] }
  /** Unchanged lines that are not in the patch. `lines` is null after the last hunk, where nobody knows. */
  | { kind: 'gap'; lines: number; heading: string }

const CONTEXT = 3
const FOLD_FROM = 10

/** The rows of a file: side by side, or one under the other. */
export function rowsOf(file: DiffFile, sideBySide: boolean): DiffRow[] {
  let reached = 1
  return file.hunks.flatMap((hunk) => {
    const skipped = Math.max(0, hunk.newStart - reached)
    const newLines = hunk.lines.filter((line) => line.change !== 'delete').length
    reached = hunk.newStart + newLines
    const rows = fold(sideBySide ? paired(hunk.lines) : hunk.lines.map(alone))
    return skipped > 0 ? [{ kind: 'gap' as const, lines: skipped, heading: hunk.heading }, ...rows] : rows
  })
}

const alone = (line: DiffLine): LineRow => ({
  kind: 'line',
  old: line.change === 'add' ? null : line,
  new: line.change === 'delete' ? null : line,
})

/** What was removed beside what came in its place. */
function paired(lines: readonly DiffLine[]): LineRow[] {
  const rows: LineRow[] = []
  let removed: DiffLine[] = []
  let added: DiffLine[] = []
  const flush = () => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      rows.push({ kind: 'line', old: removed[i] ?? null, new: added[i] ?? null })
    }
    removed = []
    added = []
  }
  for (const line of lines) {
    if (line.change === 'delete') {
      if (added.length > 0) flush()
      removed.push(line)
    } else if (line.change === 'add') added.push(line)
    else {
      flush()
      rows.push(alone(line))
    }
  }
  flush()
  return rows
}

const unchanged = (row: LineRow | undefined) => row?.old?.change === 'same'

function fold(rows: readonly LineRow[]): DiffRow[] {
  const result: DiffRow[] = []
  for (let start = 0; start < rows.length; ) {
    let end = start
    while (unchanged(rows[end])) end++
    if (end - start < FOLD_FROM) {
      result.push(...rows.slice(start, Math.max(end, start + 1)))
      start = Math.max(end, start + 1)
      continue
    }
    const [from, to] = [start === 0 ? start : start + CONTEXT, end === rows.length ? end : end - CONTEXT]
    result.push(
      ...rows.slice(start, from),
      { kind: 'fold', rows: rows.slice(from, to) },
      ...rows.slice(to, end)
    )
    start = end
  }
  return result
}
