import { ArtifactStates } from '../artifacts/artifact_states'
import { Missing } from '../artifacts/missing'
import { useArtifact } from '../artifacts/use_artifact'
import type { Plan, Workflow, WorkflowRights } from '../server_types'
import { ApprovalCard } from './approval_card'
import { PlanView } from './plan_view'

interface PlanTabProps {
  workflow: Workflow
  can: WorkflowRights
  onCancel: () => void
}

export function PlanTab({ workflow, can, onCancel }: PlanTabProps) {
  const plan = useArtifact<Plan>(workflow, 'plan', 'json')
  return (
    <div className="grid gap-6">
      {workflow.status === 'waiting' && (
        <ApprovalCard workflowId={workflow.id} can={can} onCancel={onCancel} />
      )}
      <ArtifactStates
        artifact={plan}
        name="plan"
        none={<Missing workflow={workflow} step="plan" what="plan" />}
      >
        {(value) => <PlanView plan={value} />}
      </ArtifactStates>
    </div>
  )
}
