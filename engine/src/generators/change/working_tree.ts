import type { FileEdit } from '../../../contract/generation.ts'
import type { Snapshot } from '../../snapshots/snapshot.ts'

interface Entry {
  /** Where the content came from in the snapshot; null for a new file. */
  origin: string | null
  /** Null while the content is the origin's own. */
  content: string | null
}

/**
 * A snapshot with changes on top, none of them on disk. Knows how to say the difference as
 * whole-file edits against the snapshot.
 */
export class WorkingTree {
  readonly #snapshot: Snapshot
  readonly #entries: Map<string, Entry>

  constructor(snapshot: Snapshot, entries?: Map<string, Entry>) {
    this.#snapshot = snapshot
    this.#entries = entries ?? new Map(snapshot.paths.map((path) => [path, { origin: path, content: null }]))
  }

  clone(): WorkingTree {
    return new WorkingTree(this.#snapshot, new Map(this.#entries))
  }

  get paths(): string[] {
    return [...this.#entries.keys()].sort()
  }

  has(path: string): boolean {
    return this.#entries.has(path)
  }

  /** Whether the commit itself has a file at this path. */
  isInCommit(path: string): boolean {
    return this.#snapshot.has(path)
  }

  /** Text of a file; undefined when it is missing or binary. */
  read(path: string): string | undefined {
    const entry = this.#entries.get(path)
    if (!entry) return undefined
    return entry.content ?? (entry.origin === null ? undefined : this.#snapshot.read(entry.origin))
  }

  write(path: string, content: string): void {
    this.#entries.set(path, { origin: this.#entries.get(path)?.origin ?? null, content })
  }

  delete(path: string): void {
    this.#entries.delete(path)
  }

  move(from: string, path: string): void {
    const entry = this.#entries.get(from)
    if (!entry) return
    this.#entries.delete(from)
    this.#entries.set(path, entry)
  }

  apply(edits: FileEdit[]): void {
    for (const edit of edits) {
      if (edit.kind === 'write') this.write(edit.path, edit.content)
      else if (edit.kind === 'delete') this.delete(edit.path)
      else this.move(edit.from, edit.path)
    }
  }

  /** Deletes first, then moves onto free paths, then writes; sorted, so that the order means nothing. */
  edits(): FileEdit[] {
    const deletes: FileEdit[] = []
    const moves: FileEdit[] = []
    const writes: FileEdit[] = []
    const movedAway = new Set<string>()
    for (const [path, { origin }] of this.#entries) {
      if (origin === null || origin === path || !this.#canMove(origin, path)) continue
      moves.push({ kind: 'move', from: origin, path })
      movedAway.add(origin)
    }
    for (const path of this.#snapshot.paths) {
      if (!this.#entries.has(path) && !movedAway.has(path)) deletes.push({ kind: 'delete', path })
    }
    for (const [path, entry] of this.#entries) {
      const content = this.read(path)
      const before = movedAway.has(path) ? undefined : this.#contentAfterMoves(path, entry)
      if (content !== undefined && content !== before) writes.push({ kind: 'write', path, content })
    }
    return [deletes, moves, writes].flatMap((list) => list.sort((a, b) => (a.path < b.path ? -1 : 1)))
  }

  /** Two files that changed places are written out: neither path is free for a move. */
  #canMove(origin: string, path: string): boolean {
    return !this.#snapshot.has(path) && this.#entries.get(origin)?.origin !== origin
  }

  #contentAfterMoves(path: string, { origin }: Entry): string | undefined {
    if (origin === null) return this.#snapshot.read(path)
    const arrives = origin === path || this.#canMove(origin, path)
    return this.#snapshot.read(arrives ? origin : path)
  }
}
