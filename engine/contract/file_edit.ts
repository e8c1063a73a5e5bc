import { z } from 'zod'

/**
 * Whole-file edits against the pinned commit. `write` creates or replaces, `move` keeps the
 * content unless a `write` to the new path follows. Paths are relative, with forward slashes.
 */
export const fileEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('write'), path: z.string(), content: z.string() }),
  z.object({ kind: z.literal('delete'), path: z.string() }),
  z.object({ kind: z.literal('move'), from: z.string(), path: z.string() }),
])
export type FileEdit = z.infer<typeof fileEdit>

/** Every path that the edits read or write. */
export function touchedPaths(edits: readonly FileEdit[]): string[] {
  return edits.flatMap((edit) => (edit.kind === 'move' ? [edit.from, edit.path] : [edit.path]))
}
