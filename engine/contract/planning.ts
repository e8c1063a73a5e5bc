import { z } from 'zod'
import { microDollars } from './money.ts'
import { taskContext } from './task.ts'

export const plan = z.object({
  /** `recipe:<name>` for deterministic work, `model:<name>` for a generated change. */
  method: z.string(),
  summary: z.string(),
  steps: z.array(z.string()),
  files: z.array(
    z.object({ path: z.string(), change: z.enum(['create', 'edit', 'move', 'delete']), why: z.string() })
  ),
  risks: z.array(z.string()),
  /** What to add as proof; shown beside the verdict. */
  tests: z.array(z.string()),
  estimate: z.object({
    costMicros: microDollars,
    seconds: z.number().int().nonnegative(),
    basis: z.string(),
  }),
})
export type Plan = z.infer<typeof plan>

export const planRequest = taskContext
export type PlanRequest = z.infer<typeof planRequest>

/** The deterministic work that needs no model key; listed in the interface. */
export const recipeInfo = z.object({
  name: z.string(),
  title: z.string(),
  sentence: z.string(),
  example: z.string(),
})
export type RecipeInfo = z.infer<typeof recipeInfo>

export const capabilities = z.object({
  recipes: z.array(recipeInfo),
  models: z.array(z.object({ provider: z.string(), model: z.string() })),
})
export type Capabilities = z.infer<typeof capabilities>
