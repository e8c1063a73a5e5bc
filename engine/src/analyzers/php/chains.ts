import type { Argument, ChainStep } from '../facts/facts.ts'
import type { FileReader } from '../facts/file_reader.ts'
import { child, endOf, isLookup, list, type Node, nameOf, startOf, textOf } from './syntax.ts'
import type { Values } from './values.ts'

/** Facades and functions whose calls a framework's rule may want to see. */
const roots = new Set([
  'Route',
  'Schema',
  'Event',
  'Inertia',
  'inertia',
  'event',
  'dispatch',
  'DB',
  'Bus',
  'this',
])
const relations =
  /^(hasOne|hasMany|belongsTo|belongsToMany|hasOneThrough|hasManyThrough|morphOne|morphMany|morphTo|morphToMany|morphedByMany)$/
const mostChains = 4_000

/** Keeps statements that are chains of calls with literal arguments. */
export class Chains {
  readonly #reader: FileReader
  readonly #values: Values
  readonly #isMigration: boolean
  readonly #configuresMiddleware: boolean

  constructor(reader: FileReader, values: Values) {
    this.#reader = reader
    this.#values = values
    this.#isMigration = reader.text.includes('Schema::')
    this.#configuresMiddleware = reader.text.includes('withMiddleware')
  }

  read(outermost: Node, links: Set<Node>): void {
    const { root, calls } = unrolled(outermost)
    for (const { call } of calls) links.add(call)
    if (!root || this.#reader.facts.chains.length >= mostChains) return
    const name = nameOf(root.name) ?? (root.kind === 'variable' ? 'this' : '')
    const short = name.slice(name.lastIndexOf('\\') + 1)
    const wanted =
      this.#isMigration ||
      (this.#configuresMiddleware && calls.some((link) => link.name === 'alias')) ||
      (roots.has(short) && (short !== 'this' || calls.some((link) => relations.test(link.name))))
    if (!wanted) return
    const steps = calls.map((link) => this.#step(link))
    const value = (calls[0]?.name ? this.#values.of(root) : null) ?? { start: { known: null }, steps: [] }
    this.#reader.chain({ root: short, steps, start: startOf(outermost), end: endOf(outermost) }, value)
  }

  #step({ name, call }: Link, depth = 0): ChainStep {
    return { name, arguments: list(call, 'arguments').map((argument) => this.argument(argument, depth)) }
  }

  argument(node: Node | null, depth = 0): Argument {
    const text = textOf(node)
    if (text !== null) return { text }
    if (!node || depth > 4) return null
    switch (node.kind) {
      case 'boolean':
        return { text: String(node.value) }
      case 'encapsed':
        return {
          text: list(node, 'value')
            .map((part) => textOf(child(part, 'expression')) ?? '*')
            .join(''),
        }
      case 'bin': {
        const parts = node.type === '.' ? [child(node, 'left'), child(node, 'right')] : []
        const texts = parts.map((part) => this.argument(part, depth + 1))
        const known = texts.some((part) => part && 'text' in part)
        return known
          ? { text: texts.map((part) => (part && 'text' in part ? part.text : '*')).join('') }
          : null
      }
      case 'array':
        return this.#array(list(node, 'items'), depth)
      case 'closure':
      case 'arrowfunc': {
        const [first] = list(node, 'arguments')
        const [start, end] = [startOf(node), endOf(node)]
        const lines: [number, number] = [this.#reader.lines.at(start), this.#reader.lines.at(end)]
        return { body: [start, end], lines, parameter: first ? nameOf(child(first, 'name')) : null }
      }
      case 'call': {
        const { root, calls } = unrolled(node)
        return {
          chain: calls.map((link) => this.#step(link, depth + 1)),
          root: root ? (nameOf(root.name) ?? '') : '',
        }
      }
      default: {
        const value = this.#values.of(node)
        return value && { value: this.#reader.scopes.refer(value) }
      }
    }
  }

  #array(items: Node[], depth: number): Argument {
    const keyed = items.some((item) => item.kind === 'entry' && child(item, 'key'))
    const itemOf = (item: Node) =>
      this.argument(item.kind === 'entry' ? child(item, 'value') : item, depth + 1)
    if (!keyed) return { list: items.map(itemOf) }
    const keys = items.map((item) => child(item, 'key'))
    // `[Registered::class => [Greet::class]]`: keys that are values themselves make pairs.
    if (keys.every((key) => key !== null && textOf(key) === null)) {
      return { list: items.map((item, i) => ({ list: [this.argument(keys[i]!, depth + 1), itemOf(item)] })) }
    }
    return {
      object: items.flatMap((item): [string, Argument][] => {
        const key = textOf(child(item, 'key'))
        return key === null ? [] : [[key, itemOf(item)]]
      }),
    }
  }
}

interface Link {
  name: string
  call: Node
}

/** The calls of a chain from its root on; a plain call `f(x)` is one link without a name. */
function unrolled(node: Node): { root: Node | null; calls: Link[] } {
  const calls: Link[] = []
  let at: Node | null = node
  while (at) {
    if (at.kind === 'call') {
      const what: Node | null = child(at, 'what')
      const looksUp = what !== null && isLookup(what)
      calls.push({ name: looksUp ? (nameOf(what.offset) ?? '') : '', call: at })
      at = looksUp ? child(what, 'what') : what
      if (!looksUp && what?.kind !== 'call') break
    } else if (isLookup(at)) at = child(at, 'what')
    else break
  }
  return { root: at, calls: calls.reverse() }
}
