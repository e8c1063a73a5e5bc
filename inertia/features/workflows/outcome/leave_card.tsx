import { Check } from 'lucide-react'
import { useState } from 'react'
import { Button } from '~/components/button'
import type { Approval } from '../plan/use_approval'
import type { Workflow, WorkflowRights } from '../server_types'
import { RequestForm } from './lazy_request_form'

interface LeaveCardProps {
  workflow: Workflow
  can: WorkflowRights
  approval: Approval
  onCancel: () => void
}

/** The change is there and proven; a person reads it and lets it leave, or sends it back with a sentence. */
export function LeaveCard({ workflow, can, approval, onCancel }: LeaveCardProps) {
  const [asking, setAsking] = useState(false)
  return (
    <section aria-label="Approval" className="grid gap-3 rounded-lg border border-warn/50 bg-warn-soft p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="font-semibold">This change waits for you</h3>
          <p className="text-pretty">
            {can.approve
              ? 'Read the change and its proof. It is pushed when you let it leave, and not before.'
              : 'A member of the team who may approve has to let it leave. You can read, but not approve.'}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {can.cancel && <Button onClick={onCancel}>Cancel workflow</Button>}
          {can.approve && !asking && <Button onClick={() => setAsking(true)}>Request changes</Button>}
          {can.approve && (
            <Button
              variant="primary"
              icon={<Check aria-hidden="true" />}
              busy={approval.busy}
              onClick={approval.approve}
            >
              Let it leave
            </Button>
          )}
        </div>
      </div>
      {can.approve && asking && <RequestForm workflowId={workflow.id} onDone={() => setAsking(false)} />}
    </section>
  )
}
