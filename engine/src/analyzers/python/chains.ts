import type { SyntaxNode } from '@lezer/common'
import type { Argument } from '../facts/facts.ts'
import type { FileReader } from '../facts/file_reader.ts'
import { argumentsOf, childrenOf, stringOf } from './syntax.ts'
import type { Values } from './values.ts'

const words = new Set([
  'include_router',
  'register_blueprint',
  'APIRouter',
  'Blueprint',
  'path',
  're_path',
  'url',
  'add_url_rule',
  'add_api_route',
  'register',
  'Column',
  'mapped_column',
  'relationship',
])
const mostChains = 4_000

/** Keeps the calls that frameworks' rules want to see. */
export class Chains {
  readonly #reader: FileReader
  readonly #values: Values

  constructor(reader: FileReader, values: Values) {
    this.#reader = reader
    this.#values = values
  }

  /** @param assigned the variable that the call's result is given to */
  read(call: SyntaxNode, assigned: string | null): void {
    const callee = call.firstChild
    if (!callee || this.#reader.facts.chains.length >= mostChains) return
    const property = callee.getChild('PropertyName')
    const name = this.#text(property ?? callee)
    const root = property ? callee.firstChild! : callee
    // Fields of Django's models are calls of `models`.
    if (!words.has(name) && !(property && this.#text(root) === 'models')) return
    const value = this.#values.of(root) ?? { start: { known: null }, steps: [] }
    const steps = [{ name: property ? name : '', arguments: this.arguments(call.getChild('ArgList')) }]
    const chain = { root: this.#text(root), steps, start: call.from, end: call.to }
    this.#reader.chain(assigned === null ? chain : { ...chain, assigned }, value)
  }

  /** Positional ones, then one object of those with keywords. */
  arguments(list: SyntaxNode | null, depth = 0): Argument[] {
    const all = argumentsOf(list, this.#reader.text)
    const positional = all
      .filter(({ keyword }) => keyword === null)
      .map(({ value }) => this.#argument(value, depth))
    const keyed = all.flatMap(({ keyword, value }): [string, Argument][] =>
      keyword === null ? [] : [[keyword, this.#argument(value, depth)]]
    )
    return keyed.length > 0 ? [...positional, { object: keyed }] : positional
  }

  #argument(node: SyntaxNode, depth: number): Argument {
    const text = stringOf(node, this.#reader.text)
    if (text !== null) return { text }
    if (depth > 4) return null
    if (node.name === 'Boolean') return { text: this.#text(node) }
    if (node.name === 'ArrayExpression' || node.name === 'TupleExpression') {
      const items = childrenOf(node).filter(({ name }) => !/^[[\](),]$/.test(name))
      return { list: items.map((item) => this.#argument(item, depth + 1)) }
    }
    if (node.name === 'CallExpression') {
      const callee = node.firstChild!
      const name = callee.getChild('PropertyName')
      const given = this.arguments(node.getChild('ArgList'), depth + 1)
      const value = this.#values.of(name ? callee.firstChild : callee)
      const behind: Argument = value && { value: this.#reader.scopes.refer(value) }
      const root = this.#text(name ? callee.firstChild! : callee)
      return { chain: [{ name: name ? this.#text(name) : '', arguments: [...given, behind] }], root }
    }
    const value = this.#values.of(node)
    return value && { value: this.#reader.scopes.refer(value) }
  }

  #text(node: SyntaxNode): string {
    return this.#reader.text.slice(node.from, node.to)
  }
}
