import type { Data } from '@generated/data'
import { WorkflowViewer } from '~/features/workflows/viewer/workflow_viewer'
import type { InertiaProps } from '~/types'

type ShowProps = InertiaProps<{
  workflow: Data.Workflows.Workflow
  can: { cancel: boolean; approve: boolean; rework: boolean; rerun: boolean; steer: boolean }
  formToken: string
}>

export default function Show({ workflow, can }: ShowProps) {
  return <WorkflowViewer key={workflow.id} workflow={workflow} can={can} />
}
