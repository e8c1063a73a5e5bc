import type { RenameIntent } from '../../intent/intent.ts'
import { parseRename } from '../../intent/rename.ts'
import type { PlanOutcome, Recipe, RecipeContext, RecipeMatch } from '../contract.ts'
import { freeEstimate } from '../estimate.ts'
import { counted, refusedByTests } from '../refusals.ts'
import { type Renamed, rename } from './rename.ts'

const info = {
  name: 'rename_symbol',
  title: 'Rename a symbol',
  sentence:
    'Renames a function, class, constant or type through the whole repository, with its imports and re-exports; strings and names that only look the same stay.',
  example: 'Rename calc to inMilliseconds',
}

function planOf({ from, to }: RenameIntent, { files, declaredIn, notes }: Renamed): PlanOutcome {
  const plan = {
    method: `recipe:${info.name}`,
    summary: `Rename ${from} (declared in ${declaredIn}) to ${to} in ${counted(files.size, 'file')}.`,
    steps: [
      `Rename ${from} where it is declared`,
      'Follow its imports, re-exports and namespace uses',
      "Run the project's tests",
    ],
    files: [...files.keys()].map((path) => ({
      path,
      change: 'edit' as const,
      why: path === declaredIn ? `declares ${from}` : `uses ${from}`,
    })),
    risks: [`Code outside this repository that imports ${from} has to follow.`, ...notes],
    tests: ["the project's own tests, unchanged but for the name"],
    estimate: freeEstimate(1),
  }
  return { kind: 'plan', plan }
}

function asRename(match: RecipeMatch): RenameIntent {
  if (match.recipe !== 'rename_symbol') throw new TypeError(`Not a rename: ${match.recipe}`)
  return match
}

export const renameSymbol: Recipe = {
  info,
  match: parseRename,
  async plan(ctx: RecipeContext, match: RecipeMatch) {
    const result = rename(ctx, asRename(match))
    return result.kind === 'refused' ? result : planOf(asRename(match), result)
  },
  async generate(ctx, match, { feedback }) {
    if (feedback) return refusedByTests('The rename')
    const { from, to } = asRename(match)
    const result = rename(ctx, asRename(match))
    if (result.kind === 'refused') return result
    ctx.progress(`Renamed ${from} to ${to} in ${counted(result.files.size, 'file')}`)
    const edits = [...result.files].map(([path, content]) => ({ kind: 'write' as const, path, content }))
    const notes = result.notes.map((note) => `\n- ${note}.`).join('')
    return {
      kind: 'edits',
      edits,
      summary: `Renamed ${from} to ${to} in ${counted(edits.length, 'file')}.${notes}`,
    }
  },
}
