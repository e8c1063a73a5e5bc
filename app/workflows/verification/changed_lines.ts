import gitDiff from 'gitdiff-parser'

/** Lines that a unified diff adds, per path as it is with the change. */
export function changedLines(patch: string): { path: string; lines: number[] }[] {
  return gitDiff.parse(patch).flatMap(({ newPath, hunks, type }) => {
    if (type === 'delete') return []
    const lines = hunks.flatMap(({ changes, newStart }) => {
      const added = changes.flatMap((change) => (change.type === 'insert' ? [change.lineNumber] : []))
      // Where lines were only taken away, what stands there now is what changed.
      return added.length > 0 ? added : [Math.max(1, newStart)]
    })
    return [{ path: newPath, lines }]
  })
}
