import type { SourceModule } from '../modules/source_module.ts'
import type { Node } from '../syntax/parse.ts'
import type { Binding } from '../syntax/scope.ts'

/** What changes its name in one file. */
export interface FileRenaming {
  module: SourceModule
  /** Bindings that take the new name wherever they stand in the file. */
  locals: Set<Binding>
  /** Import and export specifiers whose name on the other module's side changes. */
  outer: Set<Node>
  /** Property names and member names that change. */
  keys: Map<number, Node>
}

/** A name as a module offers it; with `member`, the name is a member of that namespace. */
export interface OfferedName {
  path: string
  name: string
  member: boolean
}

/** Everything one rename touches, over all files. */
export class Renaming {
  readonly from: string
  readonly to: string
  readonly files = new Map<string, FileRenaming>()
  /** Places that could not be followed, as sentences. */
  readonly notes = new Set<string>()
  readonly offered: OfferedName[] = []
  readonly #seen = new Set<string>()

  constructor(from: string, to: string) {
    this.from = from
    this.to = to
  }

  file(module: SourceModule): FileRenaming {
    const known = this.files.get(module.path)
    if (known) return known
    const created: FileRenaming = { module, locals: new Set(), outer: new Set(), keys: new Map() }
    this.files.set(module.path, created)
    return created
  }

  key(module: SourceModule, node: Node): void {
    this.file(module).keys.set(node.start, node)
  }

  /** Queues the importers of a name that changes; each is visited once. */
  offer(name: OfferedName): void {
    const key = `${name.path}\0${name.name}\0${name.member}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.offered.push(name)
  }
}
