import type { FileEdit } from '../../../contract/generation.ts'

export interface HealthChange {
  kind: 'change'
  framework: string
  edits: FileEdit[]
  /** Why there is no test; null when there is one. */
  untested: string | null
}
