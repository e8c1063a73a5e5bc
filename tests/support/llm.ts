import { randomUUID } from 'node:crypto'
import type { Usage } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { projectRows } from '#tests/support/api'
import { aTeam } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'

/** Where money is spent: a step of a workflow of a project. */
export interface Place {
  teamId: string
  projectId: string
  workflowId: string
  stepId: string
}

export async function aPlace(): Promise<Place> {
  const { teamId } = await aTeam()
  return placeIn(teamId)
}

export async function placeIn(teamId: string): Promise<Place> {
  const [projectId] = await projectRows(teamId, [`project-${randomUUID()}`])
  return { teamId, projectId: projectId!, ...(await anotherWorkflow(teamId, projectId!)) }
}

export async function anotherWorkflow(teamId: string, projectId: string) {
  const created = await new CreateWorkflow().execute({ teamId, userId: null, projectId, task: 'a task' })
  if (!created.ok) throw new Error(JSON.stringify(created.error))
  const { id: workflowId } = created.value
  const step = await withTeam(teamId, (trx) =>
    trx.from('workflow_steps').where({ workflow_id: workflowId, name: 'generate' }).select('id').firstOrFail()
  )
  return { workflowId, stepId: step.id as string }
}

/** One call as the engine reports it. */
export const aUsage = (rest: Partial<Usage> = {}): Usage => ({
  callId: randomUUID(),
  provider: 'openai',
  model: 'gpt-6-sol',
  purpose: 'edit',
  inputTokens: 100,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 10,
  reasoningTokens: 0,
  costMicros: 100_000,
  priceVersion: '2026-11-21',
  payer: 'team',
  cacheHit: false,
  savedMicros: 0,
  atMostMicros: 250_000,
  latencyMs: 10,
  ...rest,
})
