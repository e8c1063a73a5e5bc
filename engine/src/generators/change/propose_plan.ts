import type { CodeGraph } from '../../../contract/analysis.ts'
import { forbiddenPath } from '../../../contract/path_policy.ts'
import type { Plan } from '../../../contract/planning.ts'
import type { TaskContext } from '../../../contract/task.ts'
import type { Emit, Failure, Refused } from '../../emit.ts'
import { costOf, priceVersion } from '../../prices/prices.ts'
import type { ModelProvider } from '../../providers/provider.ts'
import { chooseModel } from '../../router/choose_model.ts'
import type { Snapshot } from '../../snapshots/snapshot.ts'
import { converse, type Reading } from './conversation.ts'
import { type ProposedPlan, proposedPlan } from './plan_schema.ts'
import { planInstructions, planMessage } from './prompts.ts'
import { repositoryContext } from './repository_context.ts'
import { estimateTokens } from './tokens.ts'
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
  { task, test }: TaskContext
): Promise<{ type: 'plan'; plan: Plan } | Failure | Refused> {
  const { model, reason } = chooseModel(provider.models, null, 0)
  emit({ type: 'progress', message: reason })
  const tree = new WorkingTree(snapshot)
  const repository = repositoryContext({ snapshotId: snapshot.id, tree, graph, task, planned: [] })
  const outcome = await converse(
    {
      provider,
      model,
      purpose: 'plan',
      instructions: planInstructions,
      messages: [{ role: 'user', content: planMessage(repository, test, task) }],
      json: proposedPlan,
      emit,
      signal,
    },
    (text) => readPlan(text, task)
  )
  if (outcome.type !== 'result') return outcome
  return {
    type: 'plan',
    plan: { method: `model:${model}`, ...outcome.value, estimate: estimateOf(model, repository) },
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

const expectedOutputTokens = 3_000
const expectedSeconds = 60

function estimateOf(model: string, repository: string): Plan['estimate'] {
  const input = estimateTokens(repository)
  const cost = costOf(model, { input, cachedInput: 0, cacheWrite: 0, output: expectedOutputTokens })
  const size = `one call of about ${input} tokens in and ${expectedOutputTokens} out on ${model}`
  const basis =
    cost === null
      ? `${size}; the price table ${priceVersion} has no price for it, so the cost is unknown`
      : `${size} at the prices of ${priceVersion}; each repair costs about as much again`
  return { costMicros: cost ?? 0, seconds: expectedSeconds, basis }
}
