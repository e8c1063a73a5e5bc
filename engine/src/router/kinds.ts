import type { TaskKind } from '../../contract/models.ts'
import type { Usage } from '../../contract/money.ts'

/** The kind of work that a call belongs to, as policies and histories count it. */
export function kindOf(purpose: Usage['purpose']): TaskKind {
  switch (purpose) {
    case 'repair':
      return 'edit'
    case 'check':
      return 'explain'
    default:
      return purpose
  }
}
