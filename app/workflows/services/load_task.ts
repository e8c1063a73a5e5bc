import type { TaskContext } from '@agentops/engine/contract'
import type { RunSettings } from '#workflows/services/run_settings'
import { requiredJson } from '#workflows/services/step_artifacts'
import type { SnapshotRecord } from '#workflows/services/step_records'
import type { StepContext } from '#workflows/steps/step_context'

/** What every engine call about this workflow's task carries. */
export async function loadTask(context: StepContext, { test }: RunSettings): Promise<TaskContext> {
  const snapshot = await requiredJson<SnapshotRecord>(context, 'snapshot')
  return {
    task: context.workflow.task,
    snapshot: snapshot.id,
    test: test && { command: test.command, runner: test.runner },
  }
}
