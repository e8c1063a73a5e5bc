import { router } from '@inertiajs/react'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import type { WorkflowRights } from '../server_types'

interface ApprovalCardProps {
  workflowId: string
  can: WorkflowRights
  onCancel: () => void
}

/** Stands above the plan while the workflow waits for somebody to agree to it. */
export function ApprovalCard({ workflowId, can, onCancel }: ApprovalCardProps) {
  const [busy, setBusy] = useState(false)
  function approve() {
    router.post(
      urlFor('workflow_approvals.store', { id: workflowId }),
      {},
      {
        preserveScroll: true,
        preserveUrl: true,
        onStart: () => setBusy(true),
        onFinish: () => setBusy(false),
      }
    )
  }
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
        <div className="flex flex-wrap gap-2">
          {can.cancel && <Button onClick={onCancel}>Cancel workflow</Button>}
          {can.approve && (
            <Button variant="primary" icon={<Check aria-hidden="true" />} busy={busy} onClick={approve}>
              Approve plan
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
