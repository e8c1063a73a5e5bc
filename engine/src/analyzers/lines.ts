/** Answers which 1-based line an offset of a text lies on. */
export class Lines {
  readonly count: number
  readonly #starts: number[] = [0]
  /** Offsets are mostly asked in order, so the last answer is the best guess for the next. */
  #last = 0

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
    this.count = text === '' ? 0 : this.#starts.length - (text.endsWith('\n') ? 1 : 0)
  }

  at(offset: number): number {
    const guess = this.#last
    if (this.#starts[guess]! <= offset && offset < (this.#starts[guess + 1] ?? Infinity)) return guess + 1
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    this.#last = low
    return low + 1
  }
}
