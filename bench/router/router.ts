import { join } from 'node:path'
import { printTable, remark } from '../measure/table.ts'
import { type Interval, interval, seeded } from './bootstrap.ts'
import { type Recording, readRecording } from './recording.ts'
import { always, cascade, mix, type Strategy } from './strategies.ts'

const shipped = join(import.meta.dirname, 'synthetic.jsonl')
const maxTries = 4
const seed = 20_261_121

const dollars = (micros: number) => `$${(micros / 1_000_000).toFixed(2)}`
const within = ({ low, high }: Interval, show: (value: number) => string) => `${show(low)} – ${show(high)}`

/** Plays the router of the product over recorded outcomes, beside what needs no router. */
export async function router(file = shipped) {
  const recording = readRecording(file)
  const { tasks, models } = recording
  remark(
    `\n${tasks.length} tasks, ${models.length} models, from ${file === shipped ? 'the synthetic set' : file}`
  )
  const strongest = always(models.at(-1)!)
  const baseline = tasks.reduce((sum, task) => sum + strongest(task).cost, 0)
  const rows = strategies(recording).map(([name, strategy]) => row(name, strategy, recording, baseline))
  const columns = ['strategy', 'solved', '95 %', 'cost', '95 %', 'of strongest', 'tries']
  printTable('Router: tasks solved and what they cost', columns, rows)
  remark(
    'Intervals: 2,000 bootstrap resamples over tasks. A leak is the share of wrong changes that tests let pass.'
  )
}

function strategies(recording: Recording): [string, Strategy][] {
  const { models } = recording
  const routed = (leak: number): [string, Strategy] => [
    leak === 0 ? 'router, tests as recorded' : `router, tests leak ${leak * 100} %`,
    cascade(recording, { maxTries, leak, random: seeded(seed) }),
  ]
  return [
    [`always cheapest (${models[0]})`, always(models[0]!)],
    [`always strongest (${models.at(-1)})`, always(models.at(-1)!)],
    ...[0.25, 0.5, 0.75].map((share): [string, Strategy] => [
      `random, ${share * 100} % strongest`,
      mix(recording, share, seeded(seed)),
    ]),
    routed(0),
    routed(0.1),
    routed(0.2),
  ]
}

function row(name: string, strategy: Strategy, { tasks }: Recording, baseline: number) {
  const played = tasks.map(strategy)
  const solved = interval(
    played.map((one) => (one.solved ? 1 : 0)),
    seeded(seed)
  )
  const cost = interval(
    played.map((one) => one.cost),
    seeded(seed)
  )
  const tries = played.reduce((sum, one) => sum + one.tries, 0) / played.length
  return [
    name,
    solved.value,
    within(solved, String),
    dollars(cost.value),
    within(cost, dollars),
    `${Math.round((100 * cost.value) / baseline)} %`,
    tries.toFixed(2),
  ]
}
