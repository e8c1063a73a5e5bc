import type { Workflow } from '../server_types.js'
import { waitsToLeave } from '../waiting.js'
import type { ViewerTab } from './address.js'

/** What to show when the address does not say: what a person most likely came for. */
export function defaultTab(
  workflow: Pick<Workflow, 'status' | 'artifacts' | 'steps'>,
  mayTurn: boolean
): ViewerTab {
  if (waitsToLeave(workflow)) return 'diff'
  if (workflow.status === 'waiting') return 'plan'
  const judged = workflow.artifacts.some(({ kind }) => kind === 'verdict')
  return workflow.status === 'finished' && judged && mayTurn ? 'verdict' : 'log'
}
