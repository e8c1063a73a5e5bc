import type { Analysis, Plan, TaskContext } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { latestJson } from '#workflows/services/artifacts'
import { repositoryConfig } from '#workflows/services/repository_config'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import { chooseTestCommand, type TestCommand } from '#workflows/services/test_command'
import type { SnapshotRecord } from '#workflows/steps/analyze'
import type { StepContext } from '#workflows/steps/step_context'

function stored<T>({ lease }: StepContext, kind: Parameters<typeof latestJson>[2]) {
  return withTeam(lease.teamId, (trx) => latestJson<T>(trx, lease.workflowId, kind))
}

async function required<T>(context: StepContext, kind: Parameters<typeof latestJson>[2]): Promise<T> {
  const value = await stored<T>(context, kind)
  if (value === null) throw new Error(`the ${kind} of an earlier step is missing`)
  return value
}

export const loadPlan = (context: StepContext) => required<Plan>(context, 'plan')
export const loadAnalysis = (context: StepContext) => required<Analysis>(context, 'analysis')

/** How this project is tested: what a person has set, else the repository's own word, else what was detected. */
export async function loadTestCommand(context: StepContext): Promise<TestCommand | null> {
  const { stack } = await loadAnalysis(context)
  const commit = await prepareMirror(context)
  return chooseTestCommand(context.project, await repositoryConfig(context.workspace.mirrorDir, commit), stack)
}

/** What every engine call about this workflow's task carries. */
export async function loadTask(context: StepContext): Promise<TaskContext> {
  const snapshot = await required<SnapshotRecord>(context, 'snapshot')
  const test = await loadTestCommand(context)
  return {
    task: context.workflow.task,
    snapshot: snapshot.id,
    test: test && { command: test.command, runner: test.runner },
  }
}
