export interface ChangedLines {
  path: string
  /** As the file is with the change, from 1. */
  lines: number[]
}

const header = /^\+\+\+ (?:"?b\/(.+?)"?|\/dev\/null)\t?$/
const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/

/** Lines that a unified diff of git touches; where lines are only taken away, the one that stands there now. */
export function changedLines(patch: string): ChangedLines[] {
  const files: ChangedLines[] = []
  let current: ChangedLines | null = null
  let at = 0
  for (const line of patch.split('\n')) {
    const name = header.exec(line)
    const start = hunk.exec(line)
    if (name) {
      current = name[1] === undefined ? null : { path: name[1], lines: [] }
      if (current) files.push(current)
      at = 0
    } else if (start) at = Number(start[1])
    else if (line.startsWith('diff --git ')) at = 0
    else if (current && at > 0) {
      if (line.startsWith('+')) current.lines.push(at)
      else if (line.startsWith('-') && current.lines.at(-1) !== Math.max(1, at))
        current.lines.push(Math.max(1, at))
      if (!line.startsWith('-')) at += 1
    }
  }
  return files.map(({ path, lines }) => ({ path, lines: [...new Set(lines)].sort((a, b) => a - b) }))
}
