// No zod in here: pages import this, and a page needs no schema to walk a graph.
export * from './aggregate.ts'
export * from './code_graph.ts'
export * from './cycles.ts'
export * from './draft.ts'
export * from './impact.ts'
export * from './kinds.ts'
export * from './neighbours.ts'
export * from './pack.ts'
export * from './paths.ts'
export type {
  DatabaseSchema,
  GraphColumn,
  GraphDrift,
  GraphRelation,
  GraphRoute,
  GraphTable,
  PackedGraph,
} from './schema.ts'
export * from './search.ts'
export * from './untested.ts'
