import type { ModelHistory } from '@agentops/engine/contract'
import { defaultRouting } from '../../engine/contract/routing.ts'
import type { Candidate } from '../../engine/src/router/candidate.ts'
import { redVerdicts } from '../../engine/src/router/pick.ts'
import { route } from '../../engine/src/router/route.ts'
import type { RecordedTask, Recording } from './recording.ts'

/** What a strategy came to on one task. */
export interface Played {
  solved: boolean
  /** Micro-dollars, of all tries. */
  cost: number
  tries: number
}

export type Strategy = (task: RecordedTask) => Played

/** One model, once, whatever the tests say. */
export function always(model: string): Strategy {
  return ({ outcomes }) => {
    const { solved, cost } = outcomes.get(model)!
    return { solved, cost, tries: 1 }
  }
}

/** The strongest for a share of the tasks, the cheapest for the rest: what a coin would do. */
export function mix(recording: Recording, share: number, random: () => number): Strategy {
  const [cheapest, strongest] = [recording.models[0]!, recording.models.at(-1)!]
  return (task) => always(random() < share ? strongest : cheapest)(task)
}

export interface CascadeOptions {
  maxTries: number
  /** Share of wrong changes that the tests let pass. */
  leak: number
  random: () => number
}

/**
 * The router of the product: begins where it expects a solved task to cost least, learns from each task, and
 * climbs when the tests are red. It is told nothing that it would not know at that moment.
 */
export function cascade(recording: Recording, { maxTries, leak, random }: CascadeOptions): Strategy {
  const history = new Map<string, ModelHistory>()
  const candidates = recording.models.map(candidate)
  return (task) => {
    const played: Played = { solved: false, cost: 0, tries: 0 }
    while (played.tries < maxTries) {
      const ask = {
        kind: task.kind,
        difficulty: task.difficulty,
        inputTokens: 0,
        outputTokens: 0,
        start: null,
        setbacks: redVerdicts(played.tries),
      }
      const seen = [...history.values()].filter(({ kind }) => kind === task.kind)
      const { model } = route(ask, candidates, { ...defaultRouting, history: seen })
      const { solved, accepted, cost } = task.outcomes.get(model)!
      const passed = accepted ?? (solved || random() < leak)
      played.tries += 1
      played.cost += cost
      learn(history, task, model, passed, cost)
      if (passed) return { ...played, solved }
      if (played.tries >= recording.models.length) return played
    }
    return played
  }
}

function candidate(name: string): Candidate {
  return {
    ref: name,
    name,
    provider: 'openai',
    payer: 'platform',
    region: 'us',
    price: [],
    rests: false,
    latencyMs: null,
    leftMicros: null,
  }
}

function learn(
  history: Map<string, ModelHistory>,
  { kind }: RecordedTask,
  model: string,
  passed: boolean,
  cost: number
) {
  const key = `${kind} ${model}`
  const before = history.get(key)
  const runs = (before?.runs ?? 0) + 1
  const mean = ((before?.costMicros ?? 0) * (runs - 1) + cost) / runs
  history.set(key, {
    model,
    kind,
    runs,
    verified: (before?.verified ?? 0) + (passed ? 1 : 0),
    latencyMs: null,
    slowMs: null,
    costMicros: Math.round(mean),
  })
}
