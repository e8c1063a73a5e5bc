import type { FileEdit } from '@agentops/engine/contract'
import { readFileAt } from '#projects/git/read_file'

/** What a file holds at a commit with edits on top; null when it is not there, or is no text. */
export async function codeAt(
  { mirrorDir, commit }: { mirrorDir: string; commit: string },
  edits: readonly FileEdit[],
  path: string
): Promise<string | null> {
  const written = edits.findLast((edit) => edit.kind === 'write' && edit.path === path)
  if (written?.kind === 'write') return written.content
  const moved = edits.find((edit) => edit.kind === 'move' && edit.path === path)
  return readFileAt({ mirrorDir, commit, path: moved?.kind === 'move' ? moved.from : path })
}
