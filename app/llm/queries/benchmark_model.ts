import { teamRows } from '#accounts/services/team_rows'

/** The one model that a benchmark's workflow is done by; null for any other workflow. */
export async function benchmarkModel(teamId: string, workflowId: string): Promise<string | null> {
  const [row] = await teamRows<{ model: string }>(
    teamId,
    'select model from benchmark_runs where workflow_id = $1',
    [workflowId]
  )
  return row?.model ?? null
}
