import type { Chains } from './chains.ts'
import type { Docs } from './docs.ts'
import type { Walker } from './walker.ts'

/** What reading a declaration takes: the walk through its file, and what lies around it. */
export interface DeclarationContext {
  readonly walker: Walker
  readonly docs: Docs
  readonly chains: Chains
  readonly text: string
  readonly isDeclarationFile: boolean
}
