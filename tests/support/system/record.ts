import type { Installation } from '#tests/support/system/installation'
import { until } from '#tests/support/system/until'
import type { Outcome, StepStatus, WorkflowStatus } from '#workflows/enums/status'
import type { StepName } from '#workflows/enums/step_name'
import type { StoredEvent } from '#workflows/enums/workflow_event'

export interface WorkflowRow {
  status: WorkflowStatus
  outcome: Outcome | null
  outcome_reason: string | null
  base_commit: string | null
  pushed_commit: string | null
  branch: string | null
  last_seq: string
  cost_micros: string
}

export interface StepRow {
  id: string
  name: StepName
  attempt: number
  status: StepStatus
  claims: number
}

/** All that is kept of one workflow. */
export interface WorkflowRecord {
  workflow: WorkflowRow
  steps: StepRow[]
  events: Pick<StoredEvent, 'seq' | 'kind' | 'payload' | 'stepId'>[]
  artifacts: string[]
  usage: { call_id: string; cost_micros: string }[]
  /** Bells that were never rung. */
  outbox: number
}

export async function workflowRow(product: Installation, id: string): Promise<WorkflowRow> {
  const [row] = await product.query<WorkflowRow>('select * from workflows where id = $1', [id])
  return row!
}

export async function readRecord(product: Installation, id: string): Promise<WorkflowRecord> {
  const artifacts = await product.query<{ kind: string }>(
    'select kind from workflow_artifacts where workflow_id = $1',
    [id]
  )
  const [outbox] = await product.query<{ count: string }>(
    'select count(*) from outbox where workflow_id = $1',
    [id]
  )
  return {
    workflow: await workflowRow(product, id),
    steps: await product.query(
      'select * from workflow_steps where workflow_id = $1 order by position, attempt',
      [id]
    ),
    events: await product.query(
      'select seq::int, kind, payload, step_id as "stepId" from workflow_events where workflow_id = $1 order by seq',
      [id]
    ),
    artifacts: artifacts.map(({ kind }) => kind).sort(),
    usage: await product.query('select call_id, cost_micros from usage_records where workflow_id = $1', [id]),
    outbox: Number(outbox!.count),
  }
}

export function untilFinished(product: Installation, id: string, timeoutMs = 90_000) {
  return until(
    `workflow ${id} finished`,
    async () => {
      const row = await workflowRow(product, id).catch(() => null)
      return row?.status === 'finished' ? row : null
    },
    timeoutMs
  )
}

/** Waits for a step to run; the database may be away meanwhile. */
export function untilRunning(product: Installation, id: string, step: StepName) {
  return until(`${step} of ${id} running`, async () => {
    const rows = await product
      .query("select 1 from workflow_steps where workflow_id = $1 and name = $2 and status = 'running'", [
        id,
        step,
      ])
      .catch(() => [])
    return rows.length > 0
  })
}
