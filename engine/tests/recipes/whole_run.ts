import type { ExecutionResult } from '../../contract/execution.ts'
import type { GenerateOutcome } from '../../src/recipes/contract.ts'
import { matchRecipe } from '../../src/recipes/registry.ts'
import { contextOf, type Files } from './context.ts'
import { Checkout } from './execution.ts'

export interface WholeRun {
  outcome: GenerateOutcome
  turns: number
  /** Time of the recipe alone, without executions, in milliseconds. */
  recipeMs: number
  executions: ExecutionResult[]
}

/** All turns of the recipe that a task names, with its executions really run. */
export async function wholeRun(files: Files, task: string, linked = false): Promise<WholeRun> {
  const ctx = await contextOf(files, task)
  const found = matchRecipe(task)
  if (!found) throw new Error(`No recipe takes: ${task}`)
  const checkout = new Checkout(files, linked)
  let state: string | null = null
  let executions: ExecutionResult[] = []
  let recipeMs = 0
  for (let turns = 1; ; turns++) {
    const started = performance.now()
    const outcome = await found.recipe.generate(ctx, found.match, { state, executions, feedback: null })
    recipeMs += performance.now() - started
    if (outcome.kind !== 'execution_requested') return { outcome, turns, recipeMs, executions }
    if (turns > 6) throw new Error('The recipe does not come to an end')
    state = outcome.state
    executions = []
    for (const request of outcome.requests) executions.push(await checkout.execute(request))
  }
}
