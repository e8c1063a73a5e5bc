import type { FileReader } from '../facts/file_reader.ts'
import type { Unbound } from '../facts/scopes.ts'
import { Chains } from './chains.ts'
import type { DeclarationWalker } from './declaration_walker.ts'
import { readClass, readFunction } from './declarations.ts'
import { Names } from './names.ts'
import { child, eachChild, list, type Node, nameOf, startOf, textOf } from './syntax.ts'
import { Values } from './values.ts'

/** Goes through a PHP file and notes what it declares and what it refers to. */
export class Walker implements DeclarationWalker {
  readonly reader: FileReader
  readonly names: Names
  readonly values: Values
  readonly chains: Chains
  readonly #inChain = new Set<Node>()

  constructor(reader: FileReader) {
    this.reader = reader
    this.names = new Names(reader)
    this.values = new Values(reader, this.names)
    this.chains = new Chains(reader, this.values)
  }

  readonly visit = (node: Node): void => {
    switch (node.kind) {
      case 'namespace':
        this.names.enter(nameOf(node.name) ?? '')
        list(node, 'children').forEach(this.visit)
        return
      case 'usegroup':
        this.names.use(node)
        return
      case 'class':
      case 'interface':
      case 'trait':
      case 'enum':
        readClass(this, node)
        return
      case 'function':
        readFunction(this, node)
        return
      case 'closure':
      case 'arrowfunc':
        this.body(node, node.kind === 'arrowfunc')
        return
      case 'call':
        this.#call(node)
        return
      case 'new':
        this.#new(node)
        return
      case 'assign':
        this.#assign(node)
        return
      case 'foreach': {
        const value = child(node, 'value')
        if (value?.kind === 'variable') this.#declare(value, null)
        eachChild(node, this.visit)
        return
      }
      case 'staticlookup': {
        const what = child(node, 'what')
        const value = this.values.of(node)
        if (value && what?.kind === 'name') this.reader.refer('reference', value, startOf(node))
        else if (what) this.visit(what)
        return
      }
      case 'include':
        this.#include(node)
        return
      case 'attribute': {
        const name = nameOf(node.name)
        const full = name === null ? null : this.names.ofClass(name, startOf(node))
        if (full) this.reader.refer('decorate', { start: { known: `\\${full}` }, steps: [] }, startOf(node))
        list(node, 'args').forEach(this.visit)
        return
      }
      case 'catch':
        for (const type of list(node, 'what')) this.type(type)
        if (child(node, 'body')) this.visit(child(node, 'body')!)
        return
      case 'bin':
        for (const side of [child(node, 'left'), child(node, 'right')]) {
          if (side?.kind === 'name' && node.type === 'instanceof') this.type(side)
          else if (side) this.visit(side)
        }
        return
      case 'name':
        return
      default:
        eachChild(node, this.visit)
    }
  }

  type(node: Node | null): void {
    if (!node) return
    if (node.kind === 'uniontype' || node.kind === 'intersectiontype') {
      for (const type of list(node, 'types')) this.type(type)
    } else if (node.kind === 'name') {
      const value = this.values.ofClass(node)
      if (value) this.reader.refer('type', value, startOf(node))
    }
  }

  body(node: Node, inherits: boolean): number | null {
    const { scopes } = this.reader
    scopes.enter(!inherits)
    for (const parameter of list(node, 'arguments')) {
      const type = child(parameter, 'type')
      this.type(type)
      const name = nameOf(child(parameter, 'name'))
      if (name !== null) scopes.declare(`$${name}`, this.values.ofType(type))
      const value = child(parameter, 'value')
      if (value) this.visit(value)
      list(parameter, 'attrGroups').forEach(this.visit)
    }
    list(node, 'attrGroups').forEach(this.visit)
    this.type(child(node, 'type'))
    const body = child(node, 'body')
    if (body) this.visit(body)
    const last = body ? list(body, 'children').at(-1) : undefined
    const returned =
      this.values.ofType(child(node, 'type')) ??
      (last?.kind === 'return' ? this.values.of(child(last, 'expr')) : null)
    const slot = returned ? scopes.refer(returned) : null
    scopes.leave()
    return slot
  }

  #call(node: Node): void {
    if (!this.#inChain.has(node)) this.chains.read(node, this.#inChain)
    const what = child(node, 'what')
    const value = this.values.callee(node)
    const at = what && child(what, 'offset')
    if (value) this.reader.refer('call', value, at ? startOf(at) : startOf(node))
    if (what) this.#rest(what)
    list(node, 'arguments').forEach(this.visit)
  }

  #new(node: Node): void {
    const what = child(node, 'what')
    if (what?.kind === 'class') this.visit(what)
    else {
      const value = what?.kind === 'name' ? this.values.ofClass(what) : this.values.of(what)
      if (value) this.reader.refer('new', value, startOf(node))
    }
    list(node, 'arguments').forEach(this.visit)
  }

  #assign(node: Node): void {
    const left = child(node, 'left')
    const right = child(node, 'right')
    if (left?.kind === 'variable') this.#declare(left, this.values.of(right))
    else if (left) this.visit(left)
    if (right) this.visit(right)
  }

  #declare(variable: Node, value: Unbound | null): void {
    const name = nameOf(variable.name)
    if (name !== null) this.reader.scopes.declare(`$${name}`, value, true)
  }

  /** What a callee holds besides names: calls on the way, computed members. */
  #rest(node: Node): void {
    if (node.kind === 'variable' || node.kind.endsWith('reference') || node.kind === 'name') return
    const what = child(node, 'what')
    if (what && node.kind.endsWith('lookup')) this.#rest(what)
    else this.visit(node)
  }

  #include(node: Node): void {
    const target = child(node, 'target')
    const isHere = target?.kind === 'bin' && child(target, 'left')?.kind === 'magic'
    const text = isHere ? textOf(child(target, 'right')) : textOf(target)
    if (text !== null)
      this.reader.importOf(`.${text.startsWith('/') ? '' : '/'}${text}`, startOf(node), 'include')
  }
}
