import { z } from 'zod'
import { departure, recordedAnswer } from './exchange.ts'
import { modelRef, payer, region } from './models.ts'
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
  /** What the change keeps to; `tests`: it adds and changes tests only. Absent means no such promise. */
  scope: z.enum(['tests']).optional(),
  risks: z.array(z.string()),
  /** What to add as proof; shown beside the verdict. */
  tests: z.array(z.string()),
  estimate: z.object({
    /** Null where no price is known: never zero. */
    costMicros: microDollars.nullable(),
    seconds: z.number().int().nonnegative(),
    basis: z.string(),
  }),
})
export type Plan = z.infer<typeof plan>

export const planRequest = taskContext.extend({
  /** Answers that may be asked for again. */
  recorded: z.array(recordedAnswer).max(20).default([]),
  /** In their order; of this round alone. */
  departures: z.array(departure).max(20).default([]),
})
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
  /** Cheapest first. */
  models: z.array(
    z.object({
      ref: modelRef,
      provider: z.string(),
      model: z.string(),
      payer,
      region,
      /** Micro-dollars per million tokens of a short request; null where no price is known. */
      price: z.object({ input: z.number().int(), output: z.number().int() }).nullable(),
    })
  ),
  priceVersion: z.string(),
})
export type Capabilities = z.infer<typeof capabilities>
