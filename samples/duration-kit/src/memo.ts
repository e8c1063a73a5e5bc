/** A map that forgets the entry not used for longest once it holds more than `limit`. */
export class LruMap<K, V> {
  readonly #limit: number
  readonly #entries = new Map<K, V>()

  constructor(limit: number) {
    if (!Number.isInteger(limit) || limit < 1) throw new RangeError('The limit must be a positive integer')
    this.#limit = limit
  }

  get size(): number {
    return this.#entries.size
  }

  has(key: K): boolean {
    return this.#entries.has(key)
  }

  get(key: K): V | undefined {
    if (!this.#entries.has(key)) return undefined
    const value = this.#entries.get(key) as V
    this.#entries.delete(key)
    this.#entries.set(key, value)
    return value
  }

  set(key: K, value: V): this {
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size > this.#limit) {
      const [oldest] = this.#entries.keys()
      this.#entries.delete(oldest as K)
    }
    return this
  }
}

/** Remembers the last results of a function of one argument. An error is not remembered. */
export function memo<A, R>(fn: (argument: A) => R, limit = 100): (argument: A) => R {
  const results = new LruMap<A, R>(limit)
  return (argument) => {
    if (results.has(argument)) return results.get(argument) as R
    const result = fn(argument)
    results.set(argument, result)
    return result
  }
}
