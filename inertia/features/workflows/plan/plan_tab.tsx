import { ArtifactStates } from '../artifacts/artifact_states'
import { Missing } from '../artifacts/missing'
import { useArtifact } from '../artifacts/use_artifact'
import type { Plan, Workflow, WorkflowRights } from '../server_types'
import { waitsToLeave } from '../waiting'
import { ApprovalCard } from './approval_card'
import { EditablePlan } from './editable_plan'
import type { Approval } from './use_approval'

interface PlanTabProps {
  workflow: Workflow
  can: WorkflowRights
  approval: Approval
  onCancel: () => void
}

export function PlanTab({ workflow, can, approval, onCancel }: PlanTabProps) {
  const plan = useArtifact<Plan>(workflow, 'plan', 'json')
  return (
    <div className="grid gap-6">
      {workflow.status === 'waiting' && !waitsToLeave(workflow) && (
        <ApprovalCard can={can} approval={approval} onCancel={onCancel} />
      )}
      <ArtifactStates
        artifact={plan}
        name="plan"
        none={<Missing workflow={workflow} step="plan" what="plan" />}
      >
        {(value) => (
          <EditablePlan workflow={workflow} plan={value} editable={can.approve && !waitsToLeave(workflow)} />
        )}
      </ArtifactStates>
    </div>
  )
}
