import type { ChainFact } from '../facts/facts.ts'

/** What a migration does to the schema, in no framework's words. */
export type Statement =
  | { do: 'create'; table: string; columns: NewColumn[]; ifMissing: boolean; line: number }
  | { do: 'drop'; table: string; line: number }
  | { do: 'rename'; table: string; to: string; line: number }
  | { do: 'add'; table: string; columns: NewColumn[]; line: number }
  | { do: 'change'; table: string; column: string; with: Partial<NewColumn>; line: number }
  | { do: 'dropColumns'; table: string; columns: string[]; line: number }
  | { do: 'renameColumn'; table: string; column: string; to: string; line: number }
  | { do: 'unread'; why: string; line: number }

export interface NewColumn {
  name: string
  type: string
  nullable: boolean
  primary: boolean
  unique: boolean
  references: { table: string; column: string } | null
  line: number
}

export const newColumn = (name: string, type: string, line: number): NewColumn => ({
  name,
  type,
  nullable: true,
  primary: false,
  unique: false,
  references: null,
  line,
})

/** The statements that stand inside a callback, by their place in the file. */
export function inside(chains: readonly ChainFact[], [start, end]: readonly [number, number]): ChainFact[] {
  return chains.filter((chain) => start < chain.start && chain.end <= end)
}
