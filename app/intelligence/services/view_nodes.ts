import type { EntityKind, GraphFile, GraphSymbol, Role } from '@agentops/engine/contract'
import type { TreeFolder } from '#intelligence/services/map_tree'
import type { OpenMap } from '#intelligence/services/open_map'

export interface ViewNode {
  id: string
  kind: 'layer' | 'folder' | 'file' | 'rest' | EntityKind
  label: string
  /** The opened node that it lies in. */
  parent: string | null
  expandable: boolean
  expanded: boolean
  path: string | null
  line: number | null
  role: Role | null
  language: string | null
  files: number
  symbols: number
  tests: number
  lines: number
  /** References and imports inside that lead nowhere as far as one can tell. */
  unresolved: number
}

/** Nodes that are drawn, and by which of them each graph node is stood for. */
export interface VisibleNodes {
  nodes: ViewNode[]
  /** By graph node: the position in `nodes`, or -1. */
  standsFor: Int32Array
  /** Set when something asked for was not opened, for want of room. */
  full: boolean
}

export interface NodeOptions {
  by: 'folders' | 'layers'
  opened: ReadonlySet<string>
  tests: boolean
}

/** More than these no one can read, and a browser draws them slowly. */
export const MOST_NODES = 320
const MOST_FOLDERS_IN_ONE = 80
const MOST_FILES_IN_ONE = 60
const MOST_SYMBOLS_IN_ONE = 60

/** The outermost nodes, and within each opened one what lies in it. */
export function visibleNodes(map: OpenMap, options: NodeOptions): VisibleNodes {
  return new NodeWalk(map, options).run()
}

class NodeWalk {
  readonly #nodes: ViewNode[] = []
  readonly #standsFor: Int32Array
  #full = false
  /** Nodes that are sure to come: the siblings of what is being opened. */
  #due = 0

  constructor(
    private readonly map: OpenMap,
    private readonly options: NodeOptions
  ) {
    this.#standsFor = new Int32Array(map.graph.files.length + map.graph.symbols.length).fill(-1)
  }

  run(): VisibleNodes {
    this.#inside(this.map.tree(this.options.by).root, null)
    return { nodes: this.#nodes, standsFor: this.#standsFor, full: this.#full }
  }

  #wanted(files: readonly GraphFile[]) {
    return this.options.tests ? files : files.filter(({ isTest }) => !isTest)
  }

  /** Opened while there is room for what lies in it. */
  #opens(id: string, children: number) {
    if (!this.options.opened.has(id) || children === 0) return false
    const fits = this.#nodes.length + this.#due + children <= MOST_NODES
    if (!fits) this.#full = true
    return fits
  }

  #inside(at: TreeFolder, parent: string | null) {
    const { folders, quiet } = this.#foldersIn(at)
    const files = this.#wanted(at.files)
    const { shown, rest } = this.#split(files)
    const left = folders.slice(MOST_FOLDERS_IN_ONE).flatMap(({ all }) => this.#wanted(all))
    const aside = [...rest, ...quiet.flatMap(({ all }) => this.#wanted(all)), ...left]
    this.#due += Math.min(folders.length, MOST_FOLDERS_IN_ONE) + shown.length + Number(aside.length > 0)
    for (const folder of folders.slice(0, MOST_FOLDERS_IN_ONE)) this.#folder(folder, parent)
    for (const file of shown) this.#file(file, parent)
    if (aside.length > 0) this.#rest(aside, parent, at.id)
    if (left.length > 0) this.#full = true
  }

  #folder(folder: TreeFolder, parent: string | null) {
    const files = this.#wanted(folder.all)
    const expanded = this.#opens(folder.id, this.#sizeOf(folder))
    const position = this.#add({
      ...this.#sum(files),
      id: folder.id,
      kind: folder.kind,
      label: folder.label,
      parent,
      expandable: true,
      expanded,
      path: folder.kind === 'folder' ? folder.id.replace(/^(?:layer:[^/]*\/)?dir:/, '') : null,
      line: null,
      role: null,
      language: null,
    })
    for (const file of files) this.#stand(file, position)
    if (expanded) this.#inside(folder, folder.id)
  }

  #sizeOf({ folders, files }: TreeFolder) {
    const own = this.#wanted(files).length
    return Math.min(folders.length, MOST_FOLDERS_IN_ONE) + Math.min(own, MOST_FILES_IN_ONE) + Number(own > 0)
  }

  #file(file: GraphFile, parent: string | null) {
    const outer = file.symbols.filter(({ owner }) => owner === file.node)
    const expanded = this.#opens(file.path, Math.min(outer.length, MOST_SYMBOLS_IN_ONE))
    const position = this.#add({
      ...this.#sum([file]),
      id: file.path,
      kind: 'file',
      label: file.path.slice(file.path.lastIndexOf('/') + 1),
      parent,
      expandable: outer.length > 0,
      expanded,
      path: file.path,
      line: null,
      role: file.role,
      language: file.language,
    })
    this.#stand(file, position)
    if (expanded) this.#symbols(file, outer, file.path)
  }

  #symbols(file: GraphFile, symbols: readonly GraphSymbol[], parent: string) {
    const shown = symbols.slice(0, MOST_SYMBOLS_IN_ONE)
    this.#due += shown.length
    for (const symbol of shown) this.#symbol(file, symbol, parent)
  }

  #symbol(file: GraphFile, symbol: GraphSymbol, parent: string) {
    const members = file.symbols.filter(({ owner }) => owner === symbol.node)
    const expanded = this.#opens(symbol.id, Math.min(members.length, MOST_SYMBOLS_IN_ONE))
    const position = this.#add({
      id: symbol.id,
      kind: symbol.kind,
      label: symbol.label,
      parent,
      expandable: members.length > 0,
      expanded,
      path: file.path,
      line: symbol.line,
      role: symbol.role,
      language: file.language,
      files: 0,
      symbols: members.length,
      tests: 0,
      lines: symbol.endLine - symbol.line + 1,
      unresolved: this.map.openIn(symbol.node),
    })
    this.#standsFor[symbol.node] = position
    for (const member of members) this.#standsFor[member.node] = position
    if (expanded) this.#symbols(file, members, symbol.id)
  }

  /** Folders without code stand aside, if there are several and nobody has opened them. */
  #foldersIn(at: TreeFolder) {
    const folders = at.folders.filter(({ all }) => this.#wanted(all).length > 0)
    const isQuiet = ({ id, all }: TreeFolder) =>
      !this.options.opened.has(id) && all.every((file) => file.symbols.length === 0 && this.map.isLoose(file))
    const quiet = folders.filter(isQuiet)
    if (quiet.length < 3) return { folders, quiet: [] }
    return { folders: folders.filter((folder) => !quiet.includes(folder)), quiet }
  }

  /** What is tied to nothing stands aside as one, and so does what there is no room for. */
  #split(files: readonly GraphFile[]) {
    const loose = files.filter((file) => file.symbols.length === 0 && this.map.isLoose(file))
    const aside = new Set(loose.length > 2 ? loose : [])
    const kept = files.filter((file) => !aside.has(file))
    const shown = kept.length <= MOST_FILES_IN_ONE ? kept : this.#busiest(kept)
    const chosen = new Set(shown)
    return { shown, rest: files.filter((file) => !chosen.has(file)) }
  }

  #rest(files: GraphFile[], parent: string | null, of: string) {
    const id = `rest:${of}`
    const shown = files.slice(0, MOST_FILES_IN_ONE * 2)
    const expanded = this.#opens(id, shown.length)
    const position = this.#add({
      ...this.#sum(files),
      id,
      kind: 'rest',
      label: `${files.length} other files`,
      parent,
      expandable: true,
      expanded,
      path: null,
      line: null,
      role: null,
      language: null,
    })
    for (const file of files) this.#stand(file, position)
    if (!expanded) return
    this.#due += shown.length
    for (const file of shown) this.#file(file, id)
  }

  /** Those that most others use, in the order of their names. */
  #busiest(files: readonly GraphFile[]) {
    const users = ({ node }: GraphFile) => this.map.graph.adjacency.in(node).length
    return [...files]
      .sort((a, b) => users(b) - users(a))
      .slice(0, MOST_FILES_IN_ONE)
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  #add(node: ViewNode) {
    this.#due -= 1
    return this.#nodes.push(node) - 1
  }

  #stand(file: GraphFile, position: number) {
    this.#standsFor[file.node] = position
    for (const { node } of file.symbols) this.#standsFor[node] = position
  }

  #sum(files: readonly GraphFile[]) {
    const sum = { files: files.length, symbols: 0, tests: 0, lines: 0, unresolved: 0 }
    for (const file of files) {
      sum.symbols += file.symbols.length
      sum.tests += Number(file.isTest)
      sum.lines += file.lines
      sum.unresolved += this.map.unresolvedIn(file)
    }
    return sum
  }
}
