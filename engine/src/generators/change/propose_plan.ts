import type { CodeGraph } from '../../../contract/analysis.ts'
import { forbiddenPath } from '../../../contract/path_policy.ts'
import type { Plan, PlanRequest } from '../../../contract/planning.ts'
import type { Emit, Failure, Refused } from '../../emit.ts'
import { costOf, priceVersion } from '../../prices/prices.ts'
import type { ModelProvider } from '../../providers/provider.ts'
import { difficultyOfPlan } from '../../router/difficulty.ts'
import { pickModel } from '../../router/pick.ts'
import type { Snapshot } from '../../snapshots/snapshot.ts'
import { converse, type Reading } from './conversation.ts'
import { type ProposedPlan, proposedPlan } from './plan_schema.ts'
import { planInstructions, planMessage } from './prompts.ts'
import { repositoryContext } from './repository_context.ts'
import { estimateTokens } from './tokens.ts'
import { upwards } from './upwards.ts'
import { WorkingTree } from './working_tree.ts'

export interface GeneratorContext {
  snapshot: Snapshot
  graph: CodeGraph
  provider: ModelProvider
  emit: Emit
  signal: AbortSignal
}

/** Asks a model for a plan. Throws only when the signal aborts. */
export async function proposePlan(
  { snapshot, graph, provider, emit, signal }: GeneratorContext,
  request: PlanRequest
): Promise<{ type: 'plan'; plan: Plan } | Failure | Refused> {
  const { task, test } = request
  const tree = new WorkingTree(snapshot)
  const repository = repositoryContext({ snapshotId: snapshot.id, tree, graph, task, planned: [] })
  const content = planMessage(repository, test, task)
  const { outcome } = await upwards<ProposedPlan>(
    { provider, ask: { kind: 'plan' }, replayed: request, emit },
    (model, replayed, heard) =>
      converse(
        {
          provider,
          model,
          purpose: 'plan',
          instructions: planInstructions,
          messages: [{ role: 'user', content }],
          json: proposedPlan,
          emit: heard,
          signal,
        },
        (text) => readPlan(text, task),
        replayed
      )
  )
  if (outcome.type !== 'result') return outcome
  const difficulty = difficultyOfPlan(outcome.value, graph, task)
  const writer = pickModel(provider, { kind: 'edit', difficulty })
  return {
    type: 'plan',
    plan: {
      method: `model:${writer.model}`,
      ...outcome.value,
      estimate: estimateOf(writer.model, repository),
    },
  }
}

function readPlan(text: string, task: string): Reading<ProposedPlan> {
  const parsed = proposedPlan.safeParse(jsonIn(text))
  if (!parsed.success) {
    return {
      kind: 'complaints',
      complaints: parsed.error.issues.map(
        ({ path, message }) => `${path.join('.') || 'the answer'}: ${message}.`
      ),
    }
  }
  const denied = parsed.data.files.flatMap(({ path }) => {
    const reason = forbiddenPath(path, task)
    return reason ? [`${path} may not be changed: ${reason}.`] : []
  })
  return denied.length > 0
    ? { kind: 'complaints', complaints: denied }
    : { kind: 'result', value: parsed.data }
}

/** The JSON object of an answer; models like to put a code fence around it. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  } catch {
    return undefined
  }
}

/** What a change usually takes, until there is a history to go by. */
const expected = { answers: 8, read: 2_000, written: 600, secondsPerAnswer: 12 }

/** Each answer is asked for with everything before it, most of which the provider has seen already. */
function estimateOf(model: string, repository: string): Plan['estimate'] {
  const first = estimateTokens(repository)
  const { answers, read, written } = expected
  const costs = Array.from({ length: answers }, (_, index) => {
    const cachedInput = index === 0 ? 0 : first + read * (index - 1)
    return costOf(model, { input: first + read * index, cachedInput, cacheWrite: 0, output: written })
  })
  const cost = costs.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0)
  const size = `about ${answers} answers of ${model}, the first asked for with about ${first} tokens`
  const basis =
    cost === null
      ? `${size}; the price table ${priceVersion} has no price for it, so the cost is unknown`
      : `${size}, at the prices of ${priceVersion}; each repair costs about as much again`
  return { costMicros: cost, seconds: answers * expected.secondsPerAnswer, basis }
}
