import type { EdgeKind, EntityKind, ImportForm, Provenance, Role } from './kinds.ts'
import type { PackedGraph } from './schema.ts'

export interface DraftFile {
  path: string
  language: string
  lines: number
  isTest: boolean
  hash: string
  role: Role | null
  /** Why the file was not read for entities; null when it was, or holds none by nature. */
  skipped: string | null
  resolved: number
  external: number
  unresolved: number
}

export interface DraftImport {
  file: number
  specifier: string
  /** File number, -1 for external, -2 for unresolved. */
  to: number
  line: number
  form: ImportForm
}

export interface DraftEntity {
  file: number
  kind: EntityKind
  /** With its owner's: `User.save`. */
  name: string
  /** Position in the list of entities; -1 for none. */
  owner: number
  line: number
  endLine: number
  signature: string
  doc: string
  exported: boolean
  role: Role | null
}

/** `from` and `to` are node numbers: files first, then entities. */
export interface DraftEdge {
  from: number
  to: number
  kind: EdgeKind
  provenance: Provenance
  /** In hundredths. */
  confidence: number
  line: number
}

/** A code graph in rows, as it is easiest to make. */
export interface DraftGraph {
  files: DraftFile[]
  imports: DraftImport[]
  entities: DraftEntity[]
  edges: DraftEdge[]
  unresolved: { from: number; name: string; line: number }[]
  packages: PackedGraph['packages']
  routes: PackedGraph['routes']
  database: PackedGraph['database']
}

export const emptyDraft = (): DraftGraph => ({
  files: [],
  imports: [],
  entities: [],
  edges: [],
  unresolved: [],
  packages: [],
  routes: [],
  database: { tables: [], relations: [], drift: [], unread: [] },
})
