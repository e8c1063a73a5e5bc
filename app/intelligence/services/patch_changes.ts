import type { Change } from '@agentops/engine/contract'
import parser from 'gitdiff-parser'

interface Hunk {
  oldStart: number
  changes: { type: 'insert' | 'delete' | 'normal' }[]
}

/** Its own types describe the module as a bundler sees it; Node sees the parser itself. */
const gitdiff = parser as unknown as {
  parse(patch: string): { oldPath: string; newPath: string; hunks: Hunk[] }[]
}

const ABSENT = '/dev/null'

/** What a unified diff changes, in the lines of the code before it; new files have none. */
export function changesOfPatch(patch: string): Change[] {
  return gitdiff.parse(patch).map(({ oldPath, newPath, hunks }) => {
    if (oldPath === ABSENT) return { path: newPath }
    const lines = hunks.flatMap((hunk) => touchedLines(hunk))
    return lines.length > 0 ? { path: oldPath, lines } : { path: oldPath }
  })
}

/** Runs of changed lines; an insertion touches the line that it follows. */
function touchedLines({ oldStart, changes }: Hunk): [number, number][] {
  const runs: [number, number][] = []
  let line = oldStart
  const touch = (at: number) => {
    const last = runs.at(-1)
    if (last && at <= last[1] + 1) last[1] = Math.max(last[1], at)
    else runs.push([at, at])
  }
  for (const { type } of changes) {
    if (type === 'insert') touch(Math.max(1, line - 1))
    else {
      if (type === 'delete') touch(line)
      line += 1
    }
  }
  return runs
}
