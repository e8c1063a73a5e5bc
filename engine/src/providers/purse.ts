import { type Allowance, unlimited } from '../../contract/budget.ts'
import type { Payer } from '../../contract/models.ts'
import { mostAt, type Price } from '../prices/prices.ts'

/** What a call may cost, with the longest answer that leaves. */
export type Affordable =
  | { kind: 'affordable'; maxOutputTokens: number; atMostMicros: number | null }
  | { kind: 'too_dear'; neededMicros: number }
  | { kind: 'price_unknown' }

/** An answer shorter than this is of no use. */
const leastOutputTokens = 2_000

/** The allowance of one engine call, counted down by what its model calls cost. */
export class Purse {
  readonly #allowance: Allowance
  #spent = 0
  #platformSpent = 0

  constructor(allowance: Allowance | null) {
    this.#allowance = allowance ?? unlimited
  }

  /** Whether there is no more to be had than this. */
  get final(): boolean {
    return this.#allowance.final
  }

  /** What is left for models on this account; null: no limit. */
  left(payer: Payer): number | null {
    const { micros, platformMicros } = this.#allowance
    const own = micros === null ? null : Math.max(0, micros - this.#spent)
    if (payer === 'team' || platformMicros === null) return own
    const platform = Math.max(0, platformMicros - this.#platformSpent)
    return own === null ? platform : Math.min(own, platform)
  }

  /** Shortens the answer until the dearest course of the call fits into what is left. */
  affords(
    { price, payer }: { price: Price; payer: Payer },
    inputTokens: number,
    outputTokens: number
  ): Affordable {
    const left = this.left(payer)
    const most = mostAt(price, inputTokens, outputTokens)
    if (left === null) return { kind: 'affordable', maxOutputTokens: outputTokens, atMostMicros: most }
    if (most === null) return { kind: 'price_unknown' }
    if (most <= left) return { kind: 'affordable', maxOutputTokens: outputTokens, atMostMicros: most }
    const least = mostAt(price, inputTokens, Math.min(leastOutputTokens, outputTokens)) ?? most
    if (least > left) return { kind: 'too_dear', neededMicros: least }
    const fixed = mostAt(price, inputTokens, 0) ?? 0
    const perToken = (most - fixed) / outputTokens
    const maxOutputTokens = Math.max(leastOutputTokens, Math.floor((left - fixed) / perToken))
    return { kind: 'affordable', maxOutputTokens, atMostMicros: left }
  }

  spend(micros: number, payer: Payer): void {
    this.#spent += micros
    if (payer === 'platform') this.#platformSpent += micros
  }
}
