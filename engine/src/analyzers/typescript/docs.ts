import type { Comment } from 'oxc-parser'
import { docOf } from '../facts/file_reader.ts'

/** Finds the documentation comment that stands directly before a declaration. */
export class Docs {
  readonly #text: string
  readonly #comments: Comment[]
  #next = 0

  constructor(text: string, comments: Comment[]) {
    this.#text = text
    this.#comments = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
  }

  /** The first paragraph, or an empty string. Asked in the order of the text it is fastest. */
  before(start: number): string {
    if (this.#comments.length === 0) return ''
    while (this.#next > 0 && this.#comments[this.#next - 1]!.end > start) this.#next -= 1
    while (this.#next < this.#comments.length && this.#comments[this.#next]!.end <= start) this.#next += 1
    const comment = this.#comments[this.#next - 1]
    if (!comment || this.#text.slice(comment.end, start).trim() !== '') return ''
    return docOf(comment.value)
  }
}
