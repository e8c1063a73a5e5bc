import type { Node } from 'oxc-parser'
import type { Argument, ChainStep } from '../facts/facts.ts'
import type { FileReader } from '../facts/file_reader.ts'
import { keyName, textOf, textWithHoles } from './syntax.ts'
import type { Values } from './values.ts'

/** Words whose calls a framework's rule may want to see, besides anything called in a migration. */
const words = new Set(
  'get post put patch delete del all any options head route use group resource shallowResource prefix on register createRouter controller mount dispatch listen emit render renderInertia setGlobalPrefix enableVersioning named'.split(
    ' '
  )
)
/** Functions that make a table of Drizzle's. */
const tableMakers = /^(pg|mysql|sqlite|singlestore)Table$/
/** Functions of a list of React Router's routes. */
const routeMakers = /^(route|index|layout|prefix)$/
const routeList = '@react-router/dev/routes'
const mostChains = 4_000

const signs = [
  'router',
  'express',
  'fastify',
  'hono',
  'Hono',
  'emitter',
  'app.get(',
  'app.post(',
  'app.use(',
  'inertia',
  'setGlobalPrefix',
  'Router',
  'pgTable(',
  'mysqlTable(',
  'sqliteTable(',
  routeList,
]
const migrationSigns = [
  'createTable',
  'alterTable',
  'dropTable',
  'renameTable',
  '.raw(',
  'rawQuery(',
  'CREATE TABLE',
  'queryRunner',
]

/** Whether a file's text speaks of routes, events or tables, so that its chains of calls are worth keeping. */
export function speaksToFrameworks(text: string): boolean {
  return signs.some((sign) => text.includes(sign)) || speaksOfTables(text)
}

function speaksOfTables(text: string): boolean {
  return migrationSigns.some((sign) => text.includes(sign))
}

/** Keeps statements that are chains of calls with literal arguments. */
export class Chains {
  readonly #reader: FileReader
  readonly #values: Values
  readonly #all: boolean
  readonly #listsRoutes: boolean

  constructor(reader: FileReader, values: Values) {
    this.#reader = reader
    this.#values = values
    this.#all = speaksOfTables(reader.text)
    this.#listsRoutes = reader.text.includes(routeList)
  }

  /** @param outermost a call that is no link of a longer chain; its links are added to `links` */
  read(outermost: Extract<Node, { type: 'CallExpression' }>, links: Set<Node>): void {
    const { root, calls } = unrolled(outermost)
    for (const { call } of calls) links.add(call)
    if (this.#reader.facts.chains.length >= mostChains) return
    const name = root.type === 'Identifier' ? root.name : root.type === 'ThisExpression' ? 'this' : ''
    const wanted =
      this.#all ||
      tableMakers.test(name) ||
      (this.#listsRoutes && routeMakers.test(name)) ||
      calls.some((link) => words.has(link.name))
    const says = this.#all || calls.some(({ call }) => call.arguments.length > 0)
    if (!wanted || !name || !says) return
    const steps = calls.map((link) => ({
      name: link.name,
      arguments: link.call.arguments.map((argument) => this.#argument(argument)),
    }))
    const { start, end } = outermost
    const value = this.#values.of(root) ?? { start: { known: null }, steps: [] }
    this.#reader.chain({ root: name, steps, start, end }, value)
  }

  argumentsOf(nodes: readonly Node[]): Argument[] {
    return nodes.map((node) => this.#argument(node))
  }

  #argument(node: Node, depth = 0): Argument {
    const text = textOf(node) ?? textWithHoles(node)
    if (text !== null) return { text: text.length > 4_000 ? text.slice(0, 4_000) : text }
    if (depth > 4) return null
    switch (node.type) {
      case 'SpreadElement':
        return this.#argument(node.argument, depth)
      case 'Literal':
        return node.value === null || typeof node.value === 'object' ? null : { text: String(node.value) }
      case 'ArrayExpression':
        return { list: node.elements.map((element) => (element ? this.#argument(element, depth + 1) : null)) }
      case 'ObjectExpression':
        return {
          object: node.properties.flatMap((property): [string, Argument][] => {
            if (property.type !== 'Property') return []
            const key = keyName(property.key, property.computed)
            return key === null ? [] : [[key, this.#argument(property.value, depth + 1)]]
          }),
        }
      case 'ArrowFunctionExpression':
      case 'FunctionExpression': {
        const [first] = node.params
        const value = node.type === 'ArrowFunctionExpression' ? this.#returned(node, depth) : null
        return (
          value ?? {
            body: [node.start, node.end],
            lines: [this.#reader.lines.at(node.start), this.#reader.lines.at(node.end)],
            parameter: first?.type === 'Identifier' ? first.name : null,
          }
        )
      }
      case 'CallExpression': {
        const { root, calls } = unrolled(node)
        const steps: ChainStep[] = calls.map((link) => ({
          name: link.name,
          arguments: link.call.arguments.map((argument) => this.#argument(argument, depth + 1)),
        }))
        return { chain: steps, root: root.type === 'Identifier' ? root.name : '' }
      }
      default: {
        const value = this.#values.of(node)
        return value && { value: this.#reader.scopes.refer(value) }
      }
    }
  }

  /** `() => User` is how decorators name a class that is declared later, and `() => users.id` a column. */
  #returned(node: Extract<Node, { type: 'ArrowFunctionExpression' }>, depth: number): Argument {
    const plain = /^(Identifier|ImportExpression|MemberExpression)$/.test(node.body.type)
    return plain && node.params.length === 0 ? this.#argument(node.body, depth + 1) : null
  }
}

interface Link {
  name: string
  call: Extract<Node, { type: 'CallExpression' }>
}

/** The calls of a chain from its root on; a plain call `f(x)` is one link without a name. */
function unrolled(node: Extract<Node, { type: 'CallExpression' }>): { root: Node; calls: Link[] } {
  const calls: Link[] = []
  let at: Node = node
  for (;;) {
    if (at.type === 'CallExpression') {
      const callee: Node = at.callee
      const name = callee.type === 'MemberExpression' ? (keyName(callee.property, callee.computed) ?? '') : ''
      calls.push({ name, call: at })
      at = callee.type === 'MemberExpression' ? callee.object : callee
      if (callee.type !== 'MemberExpression' && callee.type !== 'CallExpression') break
    } else if (at.type === 'MemberExpression') at = at.object
    else if (at.type === 'AwaitExpression') at = at.argument
    else if (at.type === 'ParenthesizedExpression' || at.type === 'TSNonNullExpression') at = at.expression
    else break
  }
  return { root: at, calls: calls.reverse() }
}
