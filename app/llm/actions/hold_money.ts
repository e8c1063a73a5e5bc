import { randomUUID } from 'node:crypto'
import app from '@adonisjs/core/services/app'
import type { Allowance } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { type Limits, limitsFor } from '#llm/queries/limits_for'
import { monthOf } from '#llm/services/months'
import {
  type CounterState,
  countersOf,
  lockCounters,
  moveCounters,
  type Spender,
  type Tightest,
} from '#llm/services/spend_scopes'
import { overBudget } from '#llm/services/spend_words'
import { Entitlements } from '#shared/contracts/entitlements'
import { sql } from '#shared/database/sql'

/** What one call of the engine is given when it does not say what it needs: a few calls of a middling model. */
const USUAL_MICROS = 300_000

export type Hold =
  /** `id` is null where nothing is limited and so nothing is held back. */
  | { kind: 'held'; id: string | null; allowance: Allowance; why: string }
  /** Calls that run hold what is left; some of it comes back when they end. */
  | { kind: 'wait'; message: string }

/**
 * Holds money back for one call of the engine, on every budget it counts towards at once. The counters are
 * locked while that is decided, so that however many calls start together, they are never promised more than
 * there is. What is not spent comes back with `ReleaseHold`.
 */
export default class HoldMoney {
  /** @param needed what the call is known to need, in micro-dollars */
  async execute(spender: Spender, needed: number | null = null): Promise<Hold> {
    const entitlements = await app.container.make(Entitlements)
    const spending = await entitlements.spending(spender.teamId)
    return withTeam(spender.teamId, async (trx) => {
      const limits = await limitsFor(trx, spender)
      const platform = spending.leftMicros
      if (Object.keys(limits).length === 0 && platform === null) {
        return {
          kind: 'held',
          id: null,
          allowance: { micros: null, platformMicros: null, final: true },
          why: '',
        }
      }
      const month = monthOf()
      const states = await lockCounters(trx, spender.teamId, countersOf(spender, month))
      const own = tightest(states, limits)
      const ofPlatform = platform === null ? null : leftOfPlatform(states, platform)
      const wanted = needed ?? USUAL_MICROS
      const waiting =
        (own && own.left < wanted && own.held > 0) || (ofPlatform?.left === 0 && ofPlatform.held > 0)
      if (waiting)
        return { kind: 'wait', message: 'Other calls hold what is left of the budget: waiting for them.' }
      const micros = own ? Math.min(wanted, own.left) : null
      const platformMicros = ofPlatform ? Math.min(micros ?? wanted, ofPlatform.left) : null
      const id = randomUUID()
      const held = { micros: micros ?? platformMicros ?? 0, platform: platformMicros ?? 0 }
      await sql(
        trx,
        `insert into spend_holds (id, team_id, project_id, workflow_id, step_id, month, micros, platform_micros)
         values (?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          id,
          spender.teamId,
          spender.projectId,
          spender.workflowId,
          spender.stepId,
          month,
          held.micros,
          held.platform,
        ]
      )
      await moveCounters(
        trx,
        spender.teamId,
        states.map((state) => ({
          ...state,
          spent: 0,
          held: state.scope === 'platform' ? held.platform : held.micros,
        }))
      )
      const ownFinal = own !== null && own.left <= wanted
      const platformFinal = ofPlatform !== null && ofPlatform.left <= wanted
      const why = ownFinal ? overBudget(own) : platformFinal ? spending.message : ''
      return {
        kind: 'held',
        id,
        allowance: { micros, platformMicros, final: ownFinal || platformFinal },
        why,
      }
    })
  }
}

/** The budget with the least left; null where none is set. */
function tightest(states: readonly CounterState[], limits: Limits): Tightest | null {
  const limited = states.flatMap((state) => {
    const limit = limits[state.scope]
    return limit === undefined
      ? []
      : [{ ...state, limit, left: Math.max(0, limit - state.spent - state.held) }]
  })
  return limited.sort((a, b) => a.left - b.left)[0] ?? null
}

/** What the plan says was spent is counted with each record; what runs is held here. */
function leftOfPlatform(states: readonly CounterState[], left: number) {
  const held = states.find(({ scope }) => scope === 'platform')?.held ?? 0
  return { held, left: Math.max(0, left - held) }
}
