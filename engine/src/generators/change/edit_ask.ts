import type { GenerateRequest } from '../../../contract/generation.ts'
import type { CodeGraph } from '../../../contract/graph/code_graph.ts'
import type { Setback } from '../../../contract/routing.ts'
import type { Ask } from '../../router/candidate.ts'
import { difficultyOfPlan } from '../../router/difficulty.ts'
import { redVerdicts } from '../../router/pick.ts'

type Edit = Pick<GenerateRequest, 'plan' | 'task'>

/** What the router is asked for a change: by the model that the plan names, unless something went wrong since. */
export function editAsk(
  { plan, task }: Edit,
  graph: CodeGraph,
  setbacks: readonly Setback[]
): Pick<Ask, 'kind' | 'start' | 'setbacks' | 'difficulty'> {
  const start = /^model:(.+)$/.exec(plan.method)?.[1] ?? null
  return { kind: 'edit', start, setbacks, difficulty: difficultyOfPlan(plan, graph, task) }
}

/** What went wrong in the attempts before, oldest first; each ended with a red verdict. */
export function setbacksBefore({ feedback }: Pick<GenerateRequest, 'feedback'>): Setback[] {
  if (!feedback) return []
  return [...(feedback.setbacks ?? redVerdicts(feedback.attempt - 1)), 'red_verdict']
}
