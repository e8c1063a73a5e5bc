import { z } from 'zod'

/** What a model answers when it plans; the rest of the contract's plan is ours to say. */
export const proposedPlan = z.object({
  summary: z.string().min(1).max(2_000),
  steps: z.array(z.string().min(1).max(2_000)).min(1).max(50),
  files: z
    .array(
      z.object({
        path: z.string(),
        change: z.enum(['create', 'edit', 'move', 'delete']),
        why: z.string().max(2_000),
      })
    )
    .max(200),
  risks: z.array(z.string().max(2_000)).max(50),
  tests: z.array(z.string().max(2_000)).max(50),
})
export type ProposedPlan = z.infer<typeof proposedPlan>
