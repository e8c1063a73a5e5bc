import type { Plan } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { type ExchangeSummary, listExchanges } from '#workflows/queries/list_exchanges'
import { showWorkflow, type WorkflowDetails } from '#workflows/queries/show_workflow'
import { latestArtifact, latestJson } from '#workflows/services/artifacts'
import type { Verdict } from '#workflows/verification/verdict'

type Facts = Pick<
  WorkflowDetails,
  | 'id'
  | 'number'
  | 'task'
  | 'projectName'
  | 'status'
  | 'outcome'
  | 'outcomeReason'
  | 'baseCommit'
  | 'costMicros'
  | 'inputTokens'
  | 'outputTokens'
  | 'models'
  | 'startedAt'
  | 'finishedAt'
>

export interface ComparedSide extends Facts {
  attempts: number
  method: string | null
  summary: string | null
  verdict: Pick<Verdict, 'ruling' | 'proof'> | null
  strength: string | null
  patch: string | null
  /** Steps whose results it has from another workflow: nothing was asked in them. */
  takenOver: string[]
}

export interface ComparedExchange {
  a: ExchangeSummary | null
  b: ExchangeSummary | null
  /** Asked the very same. */
  same: boolean
}

export interface Comparison {
  a: ComparedSide
  b: ComparedSide
  exchanges: ComparedExchange[]
  /** How many of each side there are beyond those listed. */
  more: { a: number; b: number }
}

const MOST_PATCH = 400_000

/** @throws NotFoundException when one is absent, or another team's */
export async function compareWorkflows(teamId: string, a: string, b: string): Promise<Comparison> {
  const [left, right] = await Promise.all([sideOf(teamId, a), sideOf(teamId, b)])
  const [asked, other] = await Promise.all([listExchanges(teamId, a), listExchanges(teamId, b)])
  return {
    a: left,
    b: right,
    exchanges: sideBySide(
      withoutSteps(asked.data, right.takenOver),
      withoutSteps(other.data, left.takenOver)
    ),
    more: { a: asked.meta.total - asked.data.length, b: other.meta.total - other.data.length },
  }
}

async function sideOf(teamId: string, id: string): Promise<ComparedSide> {
  const workflow = await showWorkflow(teamId, id)
  return withTeam(teamId, async (trx) => {
    const plan = await latestJson<Plan>(trx, id, 'plan')
    const verdict = await latestJson<Verdict>(trx, id, 'verdict')
    const patch = await latestArtifact(trx, id, 'patch')
    const { number, task, projectName, status, outcome, outcomeReason, baseCommit } = workflow
    const { costMicros, inputTokens, outputTokens, models, startedAt, finishedAt } = workflow
    return {
      ...{ id, number, task, projectName, status, outcome, outcomeReason, baseCommit },
      ...{ costMicros, inputTokens, outputTokens, models, startedAt, finishedAt },
      attempts: workflow.steps.filter(({ name, status }) => name === 'generate' && status !== 'skipped')
        .length,
      method: plan?.method ?? null,
      summary: plan?.summary ?? null,
      verdict: verdict && { ruling: verdict.ruling, proof: verdict.proof },
      strength: verdict?.strength?.grade ?? null,
      patch: patch?.body.toString().slice(0, MOST_PATCH) ?? null,
      takenOver: workflow.steps.filter(({ reused }) => reused).map(({ name }) => name),
    }
  })
}

const withoutSteps = (exchanges: ExchangeSummary[], steps: string[]) =>
  exchanges.filter(({ step }) => !steps.includes(step))

/** Rounds of the same name beside each other, in their order. */
function sideBySide(a: ExchangeSummary[], b: ExchangeSummary[]): ComparedExchange[] {
  const key = ({ step, attempt }: ExchangeSummary) => `${step} ${attempt}`
  const rounds = [...new Set([...a, ...b].map(key))]
  return rounds.flatMap((round) => {
    const [left, right] = [a.filter((one) => key(one) === round), b.filter((one) => key(one) === round)]
    return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
      const pair = { a: left[index] ?? null, b: right[index] ?? null }
      return { ...pair, same: pair.a !== null && pair.a.hash === pair.b?.hash && pair.a.kind === pair.b.kind }
    })
  })
}
