import type { Difficulty, Payer, ProviderName, Region, TaskKind } from '../../contract/models.ts'
import type { Setback } from '../../contract/routing.ts'
import type { Price } from '../prices/prices.ts'

/** What the router knows of a model at this moment. */
export interface Candidate {
  ref: string
  name: string
  provider: ProviderName
  payer: Payer
  region: Region
  /** Empty where no price is known. */
  price: Price
  /** Whether its provider is being left alone after failures in a row. */
  rests: boolean
  /** As measured lately by this process; null before the first answer. */
  latencyMs: number | null
  /** What is left to spend on its account; null: no limit. */
  leftMicros: number | null
}

export interface Ask {
  kind: TaskKind
  difficulty: Difficulty
  /** Expected size of one call, in tokens. */
  inputTokens: number
  outputTokens: number
  /** Where the plan wants to begin; null: the router's choice. */
  start: string | null
  /** One for each time that the work failed before, oldest first. */
  setbacks: readonly Setback[]
}

export interface Choice {
  model: string
  /** One sentence for the person watching. */
  reason: string
}
