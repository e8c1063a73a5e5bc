/**
 * Writes the small set that ships with the harness: `node bench/router/synthesize.ts > bench/router/synthetic.jsonl`.
 * Made up, from a seed: it shows that the harness works, and nothing about any real model.
 */
import { seeded } from './bootstrap.ts'

const random = seeded(7)
const difficulties = ['easy', 'middle', 'hard'] as const
const shares = { easy: 0.35, middle: 0.4 }

/** Chance to solve a task of each difficulty, and the mean cost of a try in micro-dollars. */
const models = [
  { model: 'small', solves: { easy: 0.84, middle: 0.52, hard: 0.18 }, cost: 35_000 },
  { model: 'medium', solves: { easy: 0.92, middle: 0.68, hard: 0.34 }, cost: 160_000 },
  { model: 'large', solves: { easy: 0.96, middle: 0.8, hard: 0.52 }, cost: 720_000 },
]

for (let task = 1; task <= 200; task += 1) {
  const draw = random()
  const difficulty = difficulties[draw < shares.easy ? 0 : draw < shares.easy + shares.middle ? 1 : 2]!
  // What is hard for one model is mostly hard for all of them.
  const common = random()
  for (const { model, solves, cost } of models) {
    const luck = random() < 0.6 ? common : random()
    const line = {
      task: `task-${task}`,
      difficulty,
      model,
      solved: luck < solves[difficulty],
      cost: Math.round(cost * (0.5 + random())),
      latency: Math.round(20_000 + 60_000 * random()),
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
}
