import type { FileEdit } from '@agentops/engine/contract'
import { EditRefused } from '#projects/git/errors'
import { unsafePath } from '#projects/git/path_safety'
import type { TreeEntry } from '#projects/git/tree'

/** One file of the tree to come: as it was, or with new content. */
export interface EditedEntry {
  mode: string
  kind: TreeEntry['kind']
  content: { oid: string } | { text: string }
}

const unsafeWhy = {
  invalid_path: 'it is not a path of a file',
  outside: 'it leads out of the repository',
  git_folder: "it leads into git's own folder",
}

/**
 * A tree on which edits are tried one after the other; each is checked against what the earlier ones
 * left. Nothing is written anywhere.
 */
export class EditedTree {
  readonly #entries: Map<string, EditedEntry>
  readonly #folders = new Map<string, number>()
  readonly touched = new Set<string>()

  constructor(entries: TreeEntry[]) {
    this.#entries = new Map(
      entries.map(({ path, mode, kind, oid }) => [path, { mode, kind, content: { oid } }])
    )
    for (const { path } of entries) this.#count(path, 1)
  }

  get(path: string): EditedEntry | undefined {
    return this.#entries.get(path)
  }

  /** @throws EditRefused */
  apply(edit: FileEdit) {
    this.#checkPath(edit.path)
    if (edit.kind === 'write') this.#write(edit.path, edit.content)
    else if (edit.kind === 'delete') this.#delete(edit.path)
    else this.#move(edit.from, edit.path)
  }

  #write(path: string, text: string) {
    const before = this.#regular(path)
    if (!before) this.#checkPlace(path)
    this.#set(path, { mode: '100644', kind: 'file', ...before, content: { text } })
  }

  #delete(path: string) {
    const entry = this.#entries.get(path)
    if (!entry) throw new EditRefused('missing', path, 'there is no such file')
    if (entry.kind === 'submodule') throw new EditRefused('submodule', path, 'it is a submodule')
    this.#set(path, null)
  }

  #move(from: string, path: string) {
    this.#checkPath(from)
    const entry = this.#regular(from)
    if (!entry) throw new EditRefused('missing', from, 'there is no such file to move')
    this.#set(from, null)
    this.#checkPlace(path)
    if (this.#regular(path)) throw new EditRefused('invalid_path', path, 'another file is there')
    this.#set(path, entry)
  }

  #checkPath(path: string) {
    const unsafe = unsafePath(path)
    if (unsafe) throw new EditRefused(unsafe, path, unsafeWhy[unsafe])
    for (const parent of parentsOf(path)) {
      const kind = this.#entries.get(parent)?.kind
      if (kind === 'symlink') throw new EditRefused('symlink', path, `${parent} is a symbolic link`)
      if (kind === 'submodule') throw new EditRefused('submodule', path, `${parent} is a submodule`)
      if (kind) throw new EditRefused('not_a_folder', path, `${parent} is a file`)
    }
  }

  #checkPlace(path: string) {
    if (this.#folders.has(path)) throw new EditRefused('is_a_folder', path, 'it is a folder')
  }

  #regular(path: string): EditedEntry | undefined {
    const entry = this.#entries.get(path)
    if (entry?.kind === 'symlink') throw new EditRefused('symlink', path, 'it is a symbolic link')
    if (entry?.kind === 'submodule') throw new EditRefused('submodule', path, 'it is a submodule')
    return entry
  }

  #set(path: string, entry: EditedEntry | null) {
    const was = this.#entries.has(path)
    if (entry) this.#entries.set(path, entry)
    else this.#entries.delete(path)
    if (was !== (entry !== null)) this.#count(path, was ? -1 : 1)
    this.touched.add(path)
  }

  #count(path: string, by: number) {
    for (const folder of parentsOf(path)) {
      const left = (this.#folders.get(folder) ?? 0) + by
      if (left > 0) this.#folders.set(folder, left)
      else this.#folders.delete(folder)
    }
  }
}

function parentsOf(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}
