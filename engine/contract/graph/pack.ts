import type { DraftGraph } from './draft.ts'
import { edgeKinds, entityKinds, importForms, provenances, roles } from './kinds.ts'
import type { PackedGraph } from './schema.ts'

/**
 * Rows into columns. Files must be sorted by path and entities by file; edges are sorted here.
 */
export function packGraph(draft: DraftGraph): PackedGraph {
  const strings = new StringTable()
  const s = (text: string) => strings.add(text)
  const { files, imports, entities, unresolved } = draft
  const edges = inOrder(draft)
  const role = (name: (typeof roles)[number] | null) => (name === null ? 0 : roles.indexOf(name) + 1)
  return {
    version: 2,
    // Filled by what follows; the order of keys is the schema's, so that checking a graph changes no byte.
    strings: strings.all,
    files: {
      path: files.map((file) => s(file.path)),
      language: files.map((file) => s(file.language)),
      lines: files.map((file) => file.lines),
      test: files.map((file) => Number(file.isTest)),
      hash: files.map((file) => s(file.hash)),
      role: files.map((file) => role(file.role)),
      skipped: files.map((file) => s(file.skipped ?? '')),
      resolved: files.map((file) => file.resolved),
      external: files.map((file) => file.external),
      unresolved: files.map((file) => file.unresolved),
    },
    imports: {
      file: imports.map((edge) => edge.file),
      specifier: imports.map((edge) => s(edge.specifier)),
      to: imports.map((edge) => edge.to),
      line: imports.map((edge) => edge.line),
      form: imports.map((edge) => importForms.indexOf(edge.form)),
    },
    entities: {
      file: entities.map((entity) => entity.file),
      kind: entities.map((entity) => entityKinds.indexOf(entity.kind)),
      name: entities.map((entity) => s(entity.name)),
      owner: entities.map((entity) => entity.owner),
      line: entities.map((entity) => entity.line),
      endLine: entities.map((entity) => entity.endLine),
      signature: entities.map((entity) => s(entity.signature)),
      doc: entities.map((entity) => s(entity.doc)),
      exported: entities.map((entity) => Number(entity.exported)),
      role: entities.map((entity) => role(entity.role)),
    },
    edges: {
      from: edges.map((edge) => edge.from),
      to: edges.map((edge) => edge.to),
      kind: edges.map((edge) => kindNumbers.get(edge.kind)!),
      provenance: edges.map((edge) => provenances.indexOf(edge.provenance)),
      confidence: edges.map((edge) => edge.confidence),
      line: edges.map((edge) => edge.line),
    },
    unresolved: {
      from: unresolved.map((reference) => reference.from),
      name: unresolved.map((reference) => s(reference.name)),
      line: unresolved.map((reference) => reference.line),
    },
    words: {
      entityKinds: [...entityKinds],
      edgeKinds: [...edgeKinds],
      provenances: [...provenances],
      importForms: [...importForms],
      roles: [...roles],
    },
    packages: draft.packages,
    routes: draft.routes,
    database: draft.database,
    totals: totalsOf(draft),
  }
}

const kindNumbers = new Map(edgeKinds.map((kind, number) => [kind, number]))

/** By source, target and kind, all in one number that is still exact for millions of nodes; then by line. */
function inOrder({ edges, files, entities }: DraftGraph): DraftGraph['edges'] {
  const nodes = files.length + entities.length
  const keys = Float64Array.from(
    edges,
    ({ from, to, kind }) => (from * nodes + to) * edgeKinds.length + kindNumbers.get(kind)!
  )
  const order = Uint32Array.from(edges, (_, number) => number)
  order.sort((a, b) => keys[a]! - keys[b]! || edges[a]!.line - edges[b]!.line)
  return Array.from(order, (number) => edges[number]!)
}

class StringTable {
  readonly all: string[] = ['']
  readonly #numbers = new Map<string, number>([['', 0]])

  add(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.all.length)
    return this.all.push(text) - 1
  }
}

function totalsOf({ files, entities, edges, imports }: DraftGraph): PackedGraph['totals'] {
  const totals = { resolved: 0, external: 0, unresolved: 0 }
  for (const { to } of imports) totals[to >= 0 ? 'resolved' : to === -1 ? 'external' : 'unresolved'] += 1
  const references = { resolved: 0, external: 0, unresolved: 0 }
  for (const file of files) {
    references.resolved += file.resolved
    references.external += file.external
    references.unresolved += file.unresolved
  }
  return {
    files: files.length,
    skipped: files.filter(({ skipped }) => skipped !== null).length,
    symbols: entities.length,
    edges: edges.length,
    ...totals,
    references,
  }
}
