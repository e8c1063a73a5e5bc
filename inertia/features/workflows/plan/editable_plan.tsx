import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button } from '~/components/button'
import type { Plan, Workflow } from '../server_types'
import { PlanForm } from './plan_form'
import { PlanView } from './plan_view'

interface EditablePlanProps {
  workflow: Workflow
  plan: Plan
  /** Whether it waits for this person. */
  editable: boolean
}

/** The plan, with words that one may change before agreeing to it. A recipe's are fixed. */
export function EditablePlan({ workflow, plan, editable }: EditablePlanProps) {
  const [editing, setEditing] = useState(false)
  const open = editable && plan.method.startsWith('model:')
  if (open && editing)
    return <PlanForm workflowId={workflow.id} plan={plan} onClose={() => setEditing(false)} />
  return (
    <div className="grid gap-4">
      {open && (
        <div>
          <Button size="sm" icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)}>
            Edit plan
          </Button>
        </div>
      )}
      <PlanView plan={plan} />
    </div>
  )
}
