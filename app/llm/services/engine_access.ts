import type { Allowance, Routing, RoutingPolicy } from '@agentops/engine/contract'
import HoldMoney from '#llm/actions/hold_money'
import ReleaseHold from '#llm/actions/release_hold'
import { benchmarkModel } from '#llm/queries/benchmark_model'
import { currentDataPolicy, currentPolicy } from '#llm/queries/current_policy'
import { modelHistory } from '#llm/queries/model_history'
import type { Spender } from '#llm/services/spend_scopes'
import { openTeamKeys } from '#llm/services/team_keys'
import type { EngineGrant } from '#shared/engine/engine_client'
import { sealForEngine } from '#shared/engine/engine_key'

/** How models are picked for this team and project, with what was seen of them. */
export async function routingFor(
  teamId: string,
  projectId: string | null,
  { useCache = true, workflowId = null }: { useCache?: boolean; workflowId?: string | null } = {}
): Promise<Routing> {
  const [{ version, policy }, data, history, only] = await Promise.all([
    currentPolicy(teamId, projectId),
    currentDataPolicy(teamId, projectId),
    modelHistory(teamId),
    workflowId ? benchmarkModel(teamId, workflowId) : null,
  ])
  if (only)
    return { policyVersion: version, policy: onlyBy(only, policy), data, history: [], useCache: false }
  return { policyVersion: version, policy, data, history, useCache }
}

/** A benchmark tries one model and no other. */
const onlyBy = (model: string, policy: RoutingPolicy): RoutingPolicy => ({
  ...policy,
  order: [model],
  maxEscalations: 0,
  fixed: {},
  hedgeAfterMs: null,
})

/** The team's keys for one call; null when it has none. */
export async function sealedKeys(teamId: string): Promise<string | null> {
  const keys = await openTeamKeys(teamId)
  return keys.length > 0 ? sealForEngine(keys) : null
}

export interface Access {
  grant: EngineGrant
  /** Null when nothing is held back. */
  holdId: string | null
  allowance: Allowance
  /** Why there is no more than that, where there is a limit. */
  why: string
  release(): Promise<void>
}

export type AccessAnswer = { kind: 'open'; access: Access } | { kind: 'wait'; message: string }

/**
 * Everything that a call of the engine may use models with: keys, policy, and money that is held back until
 * `release`.
 *
 * @param needed what the call is known to need, in micro-dollars
 */
export async function openAccess(
  spender: Spender,
  { needed = null, useCache }: { needed?: number | null; useCache?: boolean } = {}
): Promise<AccessAnswer> {
  const hold = await new HoldMoney().execute(spender, needed)
  if (hold.kind === 'wait') return hold
  const { id, allowance, why } = hold
  const release = async () => {
    if (id) await new ReleaseHold().execute(spender.teamId, id)
  }
  try {
    const [routing, keys] = await Promise.all([
      routingFor(spender.teamId, spender.projectId, {
        workflowId: spender.workflowId,
        ...(useCache === undefined ? {} : { useCache }),
      }),
      sealedKeys(spender.teamId),
    ])
    return {
      kind: 'open',
      access: { grant: { routing, keys, allowance }, holdId: id, allowance, why, release },
    }
  } catch (error) {
    await release()
    throw error
  }
}
