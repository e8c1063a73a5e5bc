import { buildGraph } from '../../src/analyzers/graph.ts'
import { detectTestCommand } from '../../src/analyzers/test_command.ts'
import type { GenerateOutcome, RecipeContext } from '../../src/recipes/contract.ts'
import { matchRecipe } from '../../src/recipes/registry.ts'
import { snapshotFromFiles } from '../../src/snapshots/snapshot.ts'

export type Files = Record<string, string>

/** What the server would hand a recipe for these files and this task. */
export async function contextOf(files: Files, task: string, test = true): Promise<RecipeContext> {
  const snapshot = snapshotFromFiles(files)
  const detected = test ? detectTestCommand(snapshot) : null
  return {
    snapshot,
    task,
    test: detected && { command: detected.command, runner: detected.runner },
    graph: await buildGraph(snapshot),
    progress: () => {},
    signal: new AbortController().signal,
  }
}

/** The first turn of the recipe that the task names. */
export async function generate(files: Files, task: string): Promise<GenerateOutcome> {
  const ctx = await contextOf(files, task)
  const found = matchRecipe(task)
  if (!found) throw new Error(`No recipe takes: ${task}`)
  return found.recipe.generate(ctx, found.match, { state: null, executions: [], feedback: null })
}

/** The files after the edits; throws when the recipe did not end with edits. */
export function applied(files: Files, outcome: GenerateOutcome): Files {
  if (outcome.kind !== 'edits') throw new Error(`Expected edits, got ${JSON.stringify(outcome)}`)
  const result = { ...files }
  for (const edit of outcome.edits) {
    if (edit.kind === 'write') result[edit.path] = edit.content
    else if (edit.kind === 'delete') delete result[edit.path]
  }
  return result
}

/** Only the files that differ. */
export function changed(before: Files, after: Files): Files {
  return Object.fromEntries(Object.entries(after).filter(([path, text]) => before[path] !== text))
}
