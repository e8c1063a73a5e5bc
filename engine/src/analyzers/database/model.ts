import type { NewColumn } from './statements.ts'

export interface ModelRelation {
  to: number | null
  kind: string
  name: string
  line: number
}

/** What stands for a table in the code. */
export interface Model {
  /** Number of its class's entity. */
  entity: number
  file: number
  table: string
  /** Columns that it names. */
  columns: Set<string>
  /** Whether it names all of its columns, as Lucid's models do, or only some, as Eloquent's. */
  complete: boolean
  relations: ModelRelation[]
  /** Its columns, where the model itself says what the table is like; null where only migrations do. */
  declares: NewColumn[] | null
}
