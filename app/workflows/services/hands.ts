export interface Hand {
  /** It is for teams that have nothing running. */
  newcomersOnly: boolean
  layDown(): void
}

/**
 * How many steps a worker runs at the same time. One of its hands is for teams that have nothing running, so
 * that nobody waits until the long steps of a busy team end.
 */
export class Hands {
  #forAll: number
  #taken = 0

  constructor(count: number) {
    this.#forAll = Math.max(1, count - 1)
  }

  take(): Hand {
    if (this.#taken >= this.#forAll) return { newcomersOnly: true, layDown: () => {} }
    this.#taken++
    return { newcomersOnly: false, layDown: () => void this.#taken-- }
  }
}
