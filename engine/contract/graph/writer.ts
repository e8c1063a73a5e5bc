import type { DraftEntity, DraftFile, DraftImport } from './draft.ts'
import { sortedEdges } from './edge_order.ts'
import { edgeKinds, entityKinds, importForms, provenances, type Role, roles } from './kinds.ts'
import type { PackedGraph } from './schema.ts'

/** Edges in columns of equal length; `kind` and `provenance` are places in the lists of their words. */
export interface EdgeColumns {
  from: Int32Array
  to: Int32Array
  kind: Uint8Array
  provenance: Uint8Array
  /** In hundredths. */
  confidence: Uint8Array
  line: Int32Array
}

/** Takes a graph row by row and writes it down in columns. Files come sorted by path, entities by file and line. */
export class GraphWriter {
  readonly #strings = new StringTable()
  readonly #files = columns<PackedGraph['files']>(
    'path language lines test hash role skipped resolved external unresolved'
  )
  readonly #imports = columns<PackedGraph['imports']>('file specifier to line form')
  readonly #entities = columns<PackedGraph['entities']>(
    'file kind name owner line endLine signature doc exported role'
  )
  readonly #unresolved = columns<PackedGraph['unresolved']>('from name line')
  #edges = columns<PackedGraph['edges']>('from to kind provenance confidence line')
  #skipped = 0

  file(row: DraftFile): void {
    const files = this.#files
    files.path.push(this.#strings.add(row.path))
    files.language.push(this.#strings.add(row.language))
    files.lines.push(row.lines)
    files.test.push(row.isTest ? 1 : 0)
    files.hash.push(this.#strings.add(row.hash))
    files.role.push(roleNumber(row.role))
    files.skipped.push(this.#strings.add(row.skipped ?? ''))
    files.resolved.push(row.resolved)
    files.external.push(row.external)
    files.unresolved.push(row.unresolved)
    if (row.skipped !== null) this.#skipped += 1
  }

  import(row: DraftImport): void {
    const imports = this.#imports
    imports.file.push(row.file)
    imports.specifier.push(this.#strings.add(row.specifier))
    imports.to.push(row.to)
    imports.line.push(row.line)
    imports.form.push(importForms.indexOf(row.form))
  }

  entity(row: DraftEntity): void {
    const entities = this.#entities
    entities.file.push(row.file)
    entities.kind.push(kindNumbers.get(row.kind)!)
    entities.name.push(this.#strings.add(row.name))
    entities.owner.push(row.owner)
    entities.line.push(row.line)
    entities.endLine.push(row.endLine)
    entities.signature.push(this.#strings.add(row.signature))
    entities.doc.push(this.#strings.add(row.doc))
    entities.exported.push(row.exported ? 1 : 0)
    entities.role.push(roleNumber(row.role))
  }

  unresolved(from: number, name: string, line: number): void {
    this.#unresolved.from.push(from)
    this.#unresolved.name.push(this.#strings.add(name))
    this.#unresolved.line.push(line)
  }

  /** All edges at once, in any order; they are sorted here. */
  edges(unsorted: EdgeColumns): void {
    const order = sortedEdges(unsorted, this.#files.path.length + this.#entities.file.length)
    const inOrder = (column: Int32Array | Uint8Array) => Array.from(order, (edge) => column[edge]!)
    const { from, to, kind, provenance, confidence, line } = unsorted
    this.#edges = {
      from: inOrder(from),
      to: inOrder(to),
      kind: inOrder(kind),
      provenance: inOrder(provenance),
      confidence: inOrder(confidence),
      line: inOrder(line),
    }
  }

  /** The keys come in the order of the schema, so that checking a graph changes no byte. */
  done({ packages, routes, database }: Pick<PackedGraph, 'packages' | 'routes' | 'database'>): PackedGraph {
    return {
      version: 2,
      strings: this.#strings.all,
      files: this.#files,
      imports: this.#imports,
      entities: this.#entities,
      edges: this.#edges,
      unresolved: this.#unresolved,
      words: {
        entityKinds: [...entityKinds],
        edgeKinds: [...edgeKinds],
        provenances: [...provenances],
        importForms: [...importForms],
        roles: [...roles],
      },
      packages,
      routes,
      database,
      totals: this.#totals(),
    }
  }

  #totals(): PackedGraph['totals'] {
    const totals = { resolved: 0, external: 0, unresolved: 0 }
    for (const to of this.#imports.to)
      totals[to >= 0 ? 'resolved' : to === -1 ? 'external' : 'unresolved'] += 1
    const { path, resolved, external, unresolved } = this.#files
    return {
      files: path.length,
      skipped: this.#skipped,
      symbols: this.#entities.file.length,
      edges: this.#edges.from.length,
      ...totals,
      references: { resolved: sum(resolved), external: sum(external), unresolved: sum(unresolved) },
    }
  }
}

const kindNumbers = new Map(entityKinds.map((kind, number) => [kind, number]))
const roleNumbers = new Map<Role | null, number>(roles.map((role, number) => [role, number + 1]))
const roleNumber = (role: Role | null) => roleNumbers.get(role) ?? 0
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function columns<Columns extends Record<string, number[]>>(names: string): Columns {
  return Object.fromEntries(names.split(' ').map((name) => [name, [] as number[]])) as Columns
}

class StringTable {
  readonly all: string[] = ['']
  readonly #numbers = new Map<string, number>()

  add(text: string): number {
    if (text === '') return 0
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.all.length)
    return this.all.push(text) - 1
  }
}
