import { ArtifactStates } from '../artifacts/artifact_states'
import { Missing } from '../artifacts/missing'
import { useVersion } from '../artifacts/use_version'
import { VersionPicker } from '../artifacts/version_picker'
import type { Plan, WorkflowRights } from '../server_types'
import type { ResultProps } from '../viewer/result_props'
import { waitsToLeave } from '../waiting'
import { ApprovalCard } from './approval_card'
import { EditablePlan } from './editable_plan'
import type { Approval } from './use_approval'

interface PlanTabProps extends ResultProps {
  can: WorkflowRights
  approval: Approval
  onCancel: () => void
}

export function PlanTab({ workflow, can, approval, onCancel, address, onAddress }: PlanTabProps) {
  const { artifact, ...picked } = useVersion<Plan>(workflow, 'plan', 'json', address)
  const newest = picked.chosen === picked.versions.at(-1)
  return (
    <div className="grid gap-6">
      {workflow.status === 'waiting' && !waitsToLeave(workflow) && (
        <ApprovalCard can={can} approval={approval} onCancel={onCancel} />
      )}
      <div>
        <VersionPicker kind="plan" {...picked} onAddress={onAddress} />
        <ArtifactStates
          artifact={artifact}
          name="plan"
          none={<Missing workflow={workflow} step="plan" what="plan" />}
        >
          {(value) => (
            <EditablePlan
              key={picked.chosen?.artifact.id}
              workflow={workflow}
              plan={value}
              editable={newest && can.approve && !waitsToLeave(workflow)}
            />
          )}
        </ArtifactStates>
      </div>
    </div>
  )
}
