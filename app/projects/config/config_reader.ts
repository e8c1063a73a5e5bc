import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type ParsedNode,
  visit,
} from 'yaml'
import { patternProblem } from './path_pattern.js'
import type { ReadQuantity } from './quantities.js'
import { didYouMean } from './suggestion.js'

export type Problem = { line: number; column: number; message: string }
export type Fields = Record<string, (value: ParsedNode) => void>

const maxCommand = 4000
const maxPatterns = 200

/** Takes typed values out of a YAML tree and collects what is wrong, each with its place in the text. */
export class ConfigReader {
  readonly problems: Problem[] = []

  constructor(private readonly lines: LineCounter) {}

  fail(offset: number, message: string): null {
    const { line, col } = this.lines.linePos(offset)
    this.problems.push({ line: Math.max(1, line), column: Math.max(1, col), message })
    return null
  }

  /** For what is wrong with a whole line, 1-based. */
  failAt(line: number, message: string) {
    this.problems.push({ line, column: 1, message })
  }

  failNode(node: ParsedNode, message: string) {
    this.fail(offsetOf(node), message)
  }

  lineOf(node: ParsedNode): number {
    return Math.max(1, this.lines.linePos(offsetOf(node)).line)
  }

  /** A settings file needs none, and nested ones grow without bound. */
  refuseAliases(document: Document) {
    visit(document, (_, node) => {
      if (isAlias(node))
        this.fail(node.range?.[0] ?? 0, `"*${node.source}" is an alias; write the value itself`)
    })
  }

  mapping(node: ParsedNode, path: string, fields: Fields, required: string[] = []) {
    const known = Object.keys(fields)
    const where = path ? `"${path}"` : 'the file'
    if (!isMap(node)) return this.wrong(node, where, `a mapping with the keys ${known.join(', ')}`)
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : ''
      const label = path ? `${path}.${name}` : name
      if (!known.includes(name)) this.fail(offsetOf(key), `unknown key "${label}"${didYouMean(name, known)}`)
      else if (isEmpty(value))
        this.fail(offsetOf(key), `"${label}" has no value; give it one or remove the key`)
      else fields[name](value)
    }
    for (const name of required) {
      if (!node.has(name)) this.fail(offsetOf(node), `${where} needs the key "${name}"`)
    }
  }

  command(node: ParsedNode, path: string): string | null {
    const value = isScalar(node) ? node.value : null
    const valid =
      typeof value === 'string' && value.trim() !== '' && value.length <= maxCommand && !value.includes('\0')
    return valid
      ? value.trim()
      : this.wrong(node, `"${path}"`, `a command of at most ${maxCommand} characters, e.g. npm test`)
  }

  /** A name or a sentence on one line. */
  words(node: ParsedNode, path: string, most: number): string | null {
    const value = isScalar(node) ? node.value : null
    const valid = typeof value === 'string' && value.trim() !== '' && value.length <= most
    return valid && !/[\u0000-\u001f]/.test(value)
      ? value.trim()
      : this.wrong(node, `"${path}"`, `a text of at most ${most} characters on one line`)
  }

  /** What `read` makes of each item; nulls are left out. */
  list<T>(
    node: ParsedNode,
    path: string,
    most: number,
    read: (item: ParsedNode, path: string) => T | null
  ): T[] {
    const items = isSeq(node) ? node.items : null
    if (!items || items.length > most) {
      this.wrong(node, `"${path}"`, `a list of at most ${most} entries`)
      return []
    }
    return items.flatMap((item, index) => read(item as ParsedNode, `${path}[${index}]`) ?? [])
  }

  boolean(node: ParsedNode, path: string): boolean | null {
    const value = isScalar(node) ? node.value : null
    return typeof value === 'boolean' ? value : this.wrong(node, `"${path}"`, 'true or false')
  }

  oneOf<T extends string>(node: ParsedNode, path: string, options: readonly T[]): T | null {
    const value = isScalar(node) ? node.value : null
    const option = options.find((name) => name === value)
    if (option) return option
    const hint = typeof value === 'string' ? didYouMean(value, options) : ''
    return this.wrong(node, `"${path}"`, `one of ${options.join(', ')}`, hint)
  }

  quantity(node: ParsedNode, path: string, read: ReadQuantity): number | null {
    const result = read(isScalar(node) ? node.value : null)
    return 'amount' in result ? result.amount : this.wrong(node, `"${path}"`, result.expected)
  }

  patterns(node: ParsedNode, path: string): string[] {
    const items = isSeq(node) ? node.items : null
    if (!items || items.length > maxPatterns) {
      this.wrong(node, `"${path}"`, `a list of at most ${maxPatterns} path patterns, e.g. [src/**]`)
      return []
    }
    return items.flatMap((item, index) => this.pattern(item as ParsedNode, `${path}[${index}]`) ?? [])
  }

  private pattern(node: ParsedNode, path: string): string | null {
    const value = isScalar(node) ? node.value : null
    const inside =
      typeof value === 'string' && /^[^/\\\0][^\\\0]{0,500}$/.test(value) && !value.split('/').includes('..')
    const problem = inside ? patternProblem(value) : null
    if (problem) return this.wrong(node, `"${path}"`, `a pattern in which ${problem}`)
    return inside
      ? value
      : this.wrong(node, `"${path}"`, 'a pattern relative to the repository, without "..", e.g. src/**')
  }

  private wrong(node: ParsedNode, what: string, expected: string, hint = ''): null {
    return this.fail(offsetOf(node), `${what} is ${describe(node)}; expected ${expected}${hint}`)
  }
}

function offsetOf(node: ParsedNode): number {
  return node.range[0]
}

function isEmpty(node: ParsedNode | null): node is null {
  return node === null || (isScalar(node) && node.value === null)
}

function describe(node: ParsedNode): string {
  if (isMap(node)) return 'a mapping'
  if (isSeq(node)) return 'a list'
  if (!isScalar(node)) return 'not a value'
  const text = typeof node.value === 'string' ? node.value : String(node.value)
  return typeof node.value === 'string' ? JSON.stringify(text.slice(0, 60)) : text.slice(0, 60)
}
