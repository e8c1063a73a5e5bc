import type { Usage } from '@agentops/engine/contract'
import { recordUsage } from '#llm/actions/record_usage'
import { openAccess } from '#llm/services/engine_access'
import type { EngineCall } from '#shared/engine/engine_client'
import { EngineError } from '#shared/engine/engine_error'
import { forgetEngineKey } from '#shared/engine/engine_key'
import { err, ok, type Result } from '#shared/result'

export interface ModelCallInput {
  teamId: string
  projectId: string
  signal: AbortSignal
}

/**
 * One call of the engine that costs money, for a project and no workflow: with the team's keys, within its budgets,
 * entered in the ledger. The error says why no money is to be had.
 *
 * @throws EngineError
 */
export async function modelCall<T extends { usage: Usage[] }>(
  { teamId, projectId, signal }: ModelCallInput,
  ask: (call: EngineCall, enter: (usage: Usage) => Promise<void>) => Promise<T>
): Promise<Result<T, string>> {
  const spender = { teamId, projectId, workflowId: null, stepId: null }
  for (let tries = 0; ; tries++) {
    const opened = await openAccess(spender)
    if (opened.kind === 'wait') return err(opened.message)
    const { grant, holdId, release, allowance, why } = opened.access
    const enter = (usage: Usage) => recordUsage({ ...spender, holdId }, usage).then(() => undefined)
    try {
      const answer = await ask({ team: teamId, workflow: null, grant, signal }, enter)
      for (const usage of answer.usage) await enter(usage)
      return ok(answer)
    } catch (error) {
      // The engine has started anew, with another key.
      const again = error instanceof EngineError && error.code === 'keys_unreadable' && tries === 0
      if (error instanceof EngineError && error.code === 'budget_exceeded' && allowance.final && why)
        return err(why)
      if (!again) throw error
      forgetEngineKey()
    } finally {
      await release()
    }
  }
}
