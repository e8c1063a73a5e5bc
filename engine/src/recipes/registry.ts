import { characterizationTests } from './characterization_tests/recipe.ts'
import type { Recipe, RecipeMatch } from './contract.ts'
import { healthEndpoint } from './health_endpoint/recipe.ts'
import { removeUnused } from './remove_unused/recipe.ts'
import { renameSymbol } from './rename_symbol/recipe.ts'

/** The work that needs no model key, in the order the interface lists it. */
export const recipes: Recipe[] = [characterizationTests, healthEndpoint, renameSymbol, removeUnused]

/** The recipe that does what the sentence asks, or null when none does all of it. */
export function matchRecipe(task: string): { recipe: Recipe; match: RecipeMatch } | null {
  for (const recipe of recipes) {
    const match = recipe.match(task)
    if (match) return { recipe, match }
  }
  return null
}
