/** What a model may answer; see `edit.prompt.md`, which describes the same format to it. */
export type Operation =
  | { kind: 'edit'; path: string; blocks: { search: string; replace: string }[] }
  | { kind: 'create'; path: string; content: string }
  | { kind: 'delete'; path: string }
  | { kind: 'move'; from: string; path: string }

export interface ParsedAnswer {
  operations: Operation[]
  summary: string
  /** Set when the model declined, with its reason. */
  declined: string | null
  /** What does not follow the format, each a sentence for the model. */
  complaints: string[]
}

const header = /^@@ (edit|create|delete|move|summary|decline)\b ?(.*)$/
const searchOpens = '<<<<<<< SEARCH'
const separator = '======='
const replaceEnds = '>>>>>>> REPLACE'
const contentOpens = '<<<<<<< CONTENT'
const contentEnds = '>>>>>>> END'

/** Reads a model's whole answer. Text outside of the format's parts is ignored only before the first part. */
export function parseAnswer(text: string): ParsedAnswer {
  return new AnswerParser(text).parse()
}

class AnswerParser {
  readonly #lines: string[]
  readonly #answer: ParsedAnswer = { operations: [], summary: '', declined: null, complaints: [] }
  #at = 0

  constructor(text: string) {
    this.#lines = text.replace(/\r\n/g, '\n').split('\n')
  }

  parse(): ParsedAnswer {
    while (this.#at < this.#lines.length) {
      const found = header.exec(this.#lines[this.#at]!)
      this.#at += 1
      if (found) this.#part(found[1]!, found[2]!.trim())
    }
    this.#answer.summary = this.#answer.summary.trim()
    return this.#answer
  }

  #part(kind: string, rest: string): void {
    switch (kind) {
      case 'summary':
        this.#answer.summary += `${[rest, ...this.#prose()].join('\n').trim()}\n`
        break
      case 'decline':
        this.#answer.declined = [rest, ...this.#prose()].join(' ').trim() || 'It gave no reason.'
        break
      case 'delete':
        this.#answer.operations.push({ kind, path: rest })
        this.#nothingMore(rest)
        break
      case 'move':
        this.#move(rest)
        break
      case 'create':
        this.#create(rest)
        break
      case 'edit':
        this.#edit(rest)
    }
  }

  #move(rest: string): void {
    const [from, path] = rest.split(' => ').map((side) => side.trim())
    if (from && path) this.#answer.operations.push({ kind: 'move', from, path })
    else this.#complain(`"@@ move ${rest}" must read "@@ move old/path => new/path".`)
    this.#nothingMore(rest)
  }

  #create(path: string): void {
    this.#skipFiller()
    const content = this.#lines[this.#at] === contentOpens ? this.#block(contentOpens, contentEnds) : null
    if (content === null) {
      this.#complain(`${path}: "${contentOpens}" … "${contentEnds}" is missing or not closed.`)
      return
    }
    const text = content.length > 0 ? `${content.join('\n')}\n` : ''
    this.#answer.operations.push({ kind: 'create', path, content: text })
    this.#nothingMore(path)
  }

  #edit(path: string): void {
    const blocks: { search: string; replace: string }[] = []
    for (this.#skipFiller(); this.#lines[this.#at] === searchOpens; this.#skipFiller()) {
      const body = this.#block(searchOpens, replaceEnds)
      if (body === null) {
        this.#complain(`${path}: block ${blocks.length + 1} is not closed by "${replaceEnds}".`)
        return
      }
      const middle = body.indexOf(separator)
      if (middle === -1 || body.includes(separator, middle + 1)) {
        this.#complain(`${path}: block ${blocks.length + 1} must hold exactly one "${separator}" line.`)
      } else {
        blocks.push({ search: body.slice(0, middle).join('\n'), replace: body.slice(middle + 1).join('\n') })
      }
    }
    if (blocks.length === 0) this.#complain(`${path}: there is no complete "${searchOpens}" block.`)
    else this.#answer.operations.push({ kind: 'edit', path, blocks })
    this.#nothingMore(path)
  }

  /** Lines between the opening line, which is the current one, and the closing one; null when it never comes. */
  #block(opens: string, ends: string): string[] | null {
    const start = this.#at + 1
    let end = start
    while (end < this.#lines.length && this.#lines[end] !== ends) {
      if (this.#lines[end] === opens) return null
      end += 1
    }
    if (end === this.#lines.length) return null
    this.#at = end + 1
    return this.#lines.slice(start, end)
  }

  #prose(): string[] {
    const start = this.#at
    while (this.#at < this.#lines.length && !header.test(this.#lines[this.#at]!)) this.#at += 1
    return this.#lines.slice(start, this.#at)
  }

  /** Blank lines and code fences, which models like to add around blocks. */
  #skipFiller(): void {
    while (this.#at < this.#lines.length && /^\s*(```.*)?$/.test(this.#lines[this.#at]!)) this.#at += 1
  }

  #nothingMore(part: string): void {
    this.#skipFiller()
    const line = this.#lines[this.#at]
    if (line === undefined || header.test(line)) return
    this.#complain(`After the part for ${part} comes text that belongs to no part: "${line.slice(0, 80)}".`)
    this.#prose()
  }

  #complain(sentence: string): void {
    this.#answer.complaints.push(sentence)
  }
}
