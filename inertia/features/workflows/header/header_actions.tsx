import { ListRestart, RotateCw, Square } from 'lucide-react'
import { Button } from '~/components/button'
import type { Approval } from '../plan/use_approval'
import type { Outcome, WorkflowRights } from '../server_types'

interface HeaderActionsProps {
  can: WorkflowRights
  outcome: Outcome | null
  cancelling: boolean
  approval: Approval
  onCancel: () => void
  onRetry: () => void
  onRerun: () => void
}

/** After these, going on from where it ended is what most people want. */
const RETRIED: readonly (Outcome | null)[] = ['failed', 'stuck', 'cancelled', 'over_budget']

/** On a phone they stay at the lower edge, within reach of the thumb. */
export function HeaderActions({
  can,
  outcome,
  cancelling,
  approval,
  onCancel,
  onRetry,
  onRerun,
}: HeaderActionsProps) {
  if (!can.cancel && !can.rerun && !cancelling) return null
  return (
    <div className="flex gap-2 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-20 max-sm:border-t max-sm:bg-surface max-sm:p-3 max-sm:*:flex-1">
      {(can.cancel || cancelling) && (
        <Button icon={<Square aria-hidden="true" />} busy={cancelling} onClick={onCancel}>
          {cancelling ? 'Cancelling' : 'Cancel workflow'}
        </Button>
      )}
      {can.approve && (
        <Button variant="primary" className="sm:hidden" busy={approval.busy} onClick={approval.approve}>
          Approve plan
        </Button>
      )}
      {can.rerun && (
        <Button icon={<ListRestart aria-hidden="true" />} onClick={onRerun}>
          Re-run from a step
        </Button>
      )}
      {can.rerun && RETRIED.includes(outcome) && (
        <Button variant="primary" icon={<RotateCw aria-hidden="true" />} onClick={onRetry}>
          Retry
        </Button>
      )}
    </div>
  )
}
