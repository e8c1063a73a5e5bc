/** Keeps the beginning and the end of a text within a number of characters and says what is missing. */
export class CapturedOutput {
  readonly #half: number
  #head = ''
  #tail = ''
  #dropped = 0

  constructor(maxCharacters: number) {
    this.#half = Math.floor(maxCharacters / 2)
  }

  write(text: string) {
    const room = Math.max(0, this.#half - this.#head.length)
    this.#head += text.slice(0, room)
    this.#tail += text.slice(room)
    // Cut in large strides: cutting on every chunk would copy the tail each time.
    if (this.#tail.length > 2 * this.#half) this.#cut()
  }

  text(): string {
    this.#cut()
    const gap = this.#dropped > 0 ? `\n… ${this.#dropped} characters left out …\n` : ''
    return this.#head + gap + this.#tail
  }

  #cut() {
    const surplus = this.#tail.length - this.#half
    if (surplus <= 0) return
    this.#tail = this.#tail.slice(surplus)
    this.#dropped += surplus
  }
}
