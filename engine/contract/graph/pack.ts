import type { DraftGraph } from './draft.ts'
import { edgeKinds, provenances } from './kinds.ts'
import type { PackedGraph } from './schema.ts'
import { type EdgeColumns, GraphWriter } from './writer.ts'

/**
 * Rows into columns. Files must be sorted by path and entities by file; edges are sorted here.
 */
export function packGraph(draft: DraftGraph): PackedGraph {
  const writer = new GraphWriter()
  for (const row of draft.files) writer.file(row)
  for (const row of draft.imports) writer.import(row)
  for (const row of draft.entities) writer.entity(row)
  for (const { from, name, line } of draft.unresolved) writer.unresolved(from, name, line)
  writer.edges(edgeColumns(draft.edges))
  return writer.done(draft)
}

function edgeColumns(edges: DraftGraph['edges']): EdgeColumns {
  return {
    from: Int32Array.from(edges, ({ from }) => from),
    to: Int32Array.from(edges, ({ to }) => to),
    kind: Uint8Array.from(edges, ({ kind }) => edgeKinds.indexOf(kind)),
    provenance: Uint8Array.from(edges, ({ provenance }) => provenances.indexOf(provenance)),
    confidence: Uint8Array.from(edges, ({ confidence }) => confidence),
    line: Int32Array.from(edges, ({ line }) => line),
  }
}
