import { readFileSync } from 'node:fs'
import { z } from 'zod'

/**
 * One line of a recording (JSONL): what one model came to on one task. All models of a recording are to have
 * done the same tasks. `solved` is the truth; `accepted` what the tests said of it, where that is another thing.
 */
export const outcome = z.object({
  task: z.string(),
  kind: z.enum(['plan', 'edit', 'test', 'review', 'explain']).default('edit'),
  difficulty: z.enum(['easy', 'middle', 'hard']).default('middle'),
  model: z.string(),
  solved: z.boolean(),
  accepted: z.boolean().optional(),
  /** Micro-dollars. */
  cost: z.number().int().nonnegative(),
  /** Milliseconds. */
  latency: z.number().nonnegative().default(0),
})
export type Outcome = z.infer<typeof outcome>

export interface RecordedTask {
  task: string
  kind: Outcome['kind']
  difficulty: Outcome['difficulty']
  /** By model. */
  outcomes: ReadonlyMap<string, Outcome>
}

export interface Recording {
  tasks: RecordedTask[]
  /** Cheapest first, by what they cost on average. */
  models: string[]
}

/** @throws with the number of the line that is not what was agreed */
export function readRecording(file: string): Recording {
  const lines = readFileSync(file, 'utf8').split('\n')
  const outcomes = lines.flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const parsed = outcome.safeParse(JSON.parse(line))
    if (!parsed.success) throw new Error(`${file}:${index + 1}: ${parsed.error.issues[0]?.message}`)
    return parsed.data
  })
  const models = byMeanCost(outcomes)
  const tasks = [...Map.groupBy(outcomes, ({ task }) => task)].map(([task, rows]) => {
    const { kind, difficulty } = rows[0]!
    return { task, kind, difficulty, outcomes: new Map(rows.map((row) => [row.model, row])) }
  })
  const incomplete = tasks.find(({ outcomes: done }) => done.size !== models.length)
  if (incomplete) throw new Error(`${file}: not every model has done ${incomplete.task}`)
  return { tasks, models }
}

function byMeanCost(outcomes: readonly Outcome[]): string[] {
  const means = [...Map.groupBy(outcomes, ({ model }) => model)].map(([model, rows]) => {
    return { model, mean: rows.reduce((sum, { cost }) => sum + cost, 0) / rows.length }
  })
  return means.sort((a, b) => a.mean - b.mean).map(({ model }) => model)
}
