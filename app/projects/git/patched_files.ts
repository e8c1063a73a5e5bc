export interface PatchedFile {
  path: string
  change: 'create' | 'edit' | 'move' | 'delete'
  /** The earlier path of a moved file. */
  from?: string
  /** Lines; null for a binary file. */
  additions: number | null
  deletions: number | null
}

const changes: Record<string, PatchedFile['change']> = { A: 'create', D: 'delete', R: 'move' }

/** Reads what `git diff-tree -r -z -M --raw --numstat` writes. */
export function readPatchedFiles(output: string): PatchedFile[] {
  const fields = output.split('\0')
  const files = new Map<string, PatchedFile>()
  while (fields[0]?.startsWith(':')) {
    const status = fields.shift()!.split(' ')[4]!
    const change = changes[status[0]!] ?? 'edit'
    const from = change === 'move' ? { from: fields.shift()! } : {}
    const path = fields.shift()!
    files.set(path, { path, change, ...from, additions: null, deletions: null })
  }
  while (fields[0]) {
    const [additions, deletions, ...name] = fields.shift()!.split('\t')
    const moved = name.join('\t') === ''
    if (moved) fields.shift()
    const file = files.get(moved ? fields.shift()! : name.join('\t'))
    if (file && additions !== '-')
      Object.assign(file, { additions: Number(additions), deletions: Number(deletions) })
  }
  return [...files.values()]
}
