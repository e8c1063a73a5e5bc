import type { RemoveUnusedIntent } from '../../intent/intent.ts'
import { parseRemoveUnused } from '../../intent/remove_unused.ts'
import type { Recipe, RecipeContext, RecipeMatch } from '../contract.ts'
import { freeEstimate } from '../estimate.ts'
import { counted, type Refused, refused, refusedByTests } from '../refusals.ts'
import { type Cleaned, clean } from './clean.ts'

const info = {
  name: 'remove_unused',
  title: 'Remove unused imports and dead exports',
  sentence:
    'Removes imports that nothing uses and exports that nothing imports, until nothing more is left to remove; entry points, tests and whatever is loaded dynamically stay.',
  example: 'Remove unused imports and dead exports',
}

function asRemoval(match: RecipeMatch): RemoveUnusedIntent {
  if (match.recipe !== 'remove_unused') throw new TypeError(`Not a removal: ${match.recipe}`)
  return match
}

function whatOf({ imports, exports }: RemoveUnusedIntent): string {
  return [imports ? 'unused imports' : '', exports ? 'dead exports' : ''].filter(Boolean).join(' and ')
}

function cleaned(ctx: RecipeContext, intent: RemoveUnusedIntent): Cleaned | Refused {
  const { within } = intent
  if (
    within !== null &&
    !ctx.snapshot.paths.some((path) => path === within || path.startsWith(`${within}/`))
  ) {
    return refused(
      'not_found',
      `There is no file or folder ${within} in this repository.`,
      'Check the path; it starts at the repository root.'
    )
  }
  const result = clean(ctx, intent)
  if (result.edits.length > 0) return result
  const left = result.notes.length > 0 ? ` Left alone: ${result.notes.join('; ')}.` : ''
  return refused(
    'nothing_to_do',
    `There are no ${whatOf(intent).replace(' and ', ' or ')}${within ? ` in ${within}` : ''}.${left}`,
    'Nothing to do here. Files that nothing imports count as entry points; name such a file to have it looked at by hand.'
  )
}

function amounts({ imports, exports }: Cleaned): string {
  return [imports ? counted(imports, 'unused import') : '', exports ? counted(exports, 'dead export') : '']
    .filter(Boolean)
    .join(' and ')
}

export const removeUnused: Recipe = {
  info,
  match: parseRemoveUnused,
  async plan(ctx, match) {
    const intent = asRemoval(match)
    const result = cleaned(ctx, intent)
    if ('kind' in result) return result
    const plan = {
      method: `recipe:${info.name}`,
      summary: `Remove ${amounts(result)} in ${counted(result.edits.length, 'file')}.`,
      steps: [
        `Find ${whatOf(intent)}`,
        'Remove them, and what becomes unused by that',
        "Run the project's tests",
      ],
      files: result.edits.map(({ kind, path }) => ({
        path,
        change: kind === 'delete' ? ('delete' as const) : ('edit' as const),
        why: kind === 'delete' ? 'nothing is left in it' : 'has names that nothing uses',
      })),
      risks: [
        ...(intent.exports
          ? ['Code outside this repository that imports these exports past the entry points would break.']
          : []),
        ...result.notes,
      ],
      tests: ["the project's own tests, unchanged"],
      estimate: freeEstimate(1),
    }
    return { kind: 'plan', plan }
  },
  async generate(ctx, match, { feedback }) {
    if (feedback) return refusedByTests('The removal')
    const result = cleaned(ctx, asRemoval(match))
    if ('kind' in result) return result
    ctx.progress(`Removed ${amounts(result)}`)
    const notes = result.notes.map((note) => `\n- Left: ${note}.`).join('')
    return {
      kind: 'edits',
      edits: result.edits,
      summary: `Removed ${amounts(result)} in ${counted(result.edits.length, 'file')}.${notes}`,
    }
  },
}
