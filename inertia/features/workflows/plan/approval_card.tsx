import { Check } from 'lucide-react'
import { Button } from '~/components/button'
import type { WorkflowRights } from '../server_types'
import type { Approval } from './use_approval'

interface ApprovalCardProps {
  can: WorkflowRights
  approval: Approval
  onCancel: () => void
}

/** Stands above the plan while the workflow waits for somebody to agree to it. On a phone its buttons are those at the lower edge. */
export function ApprovalCard({ can, approval, onCancel }: ApprovalCardProps) {
  return (
    <section
      aria-label="Approval"
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-warn/50 bg-warn-soft p-4"
    >
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="font-semibold">This plan waits for you</h3>
        <p className="text-pretty">
          {can.approve
            ? 'Nothing is written before somebody approves it. After that the change is generated, tested and pushed to a branch of its own.'
            : 'A member of the team who may run workflows has to approve it. You can read, but not run.'}
        </p>
      </div>
      {(can.approve || can.cancel) && (
        <div className="flex flex-wrap gap-2 max-sm:hidden">
          {can.cancel && <Button onClick={onCancel}>Cancel workflow</Button>}
          {can.approve && (
            <Button
              variant="primary"
              icon={<Check aria-hidden="true" />}
              busy={approval.busy}
              onClick={approval.approve}
            >
              Approve plan
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
