import { type FileReader, signatureOf } from '../facts/file_reader.ts'
import type { Unbound } from '../facts/scopes.ts'
import { Chains } from './chains.ts'
import { Names } from './names.ts'
import { child, docBefore, eachChild, endOf, list, type Node, nameOf, startOf, textOf } from './syntax.ts'
import { Values } from './values.ts'

const kinds = { class: 'class', interface: 'interface', trait: 'trait', enum: 'enum' } as const
/** Properties whose value a framework's rule asks for. */
const keptProperties = new Set([
  'table',
  'fillable',
  'casts',
  'connection',
  'primaryKey',
  'listen',
  'signature',
])

/** Goes through a PHP file and notes what it declares and what it refers to. */
export class Walker {
  readonly reader: FileReader
  readonly names: Names
  readonly values: Values
  readonly #chains: Chains
  readonly #inChain = new Set<Node>()

  constructor(reader: FileReader) {
    this.reader = reader
    this.names = new Names(reader)
    this.values = new Values(reader, this.names)
    this.#chains = new Chains(reader, this.values)
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
        this.#class(node, kinds[node.kind])
        return
      case 'function':
        this.#function(node)
        return
      case 'closure':
      case 'arrowfunc':
        this.#body(node, node.kind === 'arrowfunc')
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
        for (const type of list(node, 'what')) this.#type(type)
        if (child(node, 'body')) this.visit(child(node, 'body')!)
        return
      case 'bin':
        for (const side of [child(node, 'left'), child(node, 'right')]) {
          if (side?.kind === 'name' && node.type === 'instanceof') this.#type(side)
          else if (side) this.visit(side)
        }
        return
      case 'name':
        return
      default:
        eachChild(node, this.visit)
    }
  }

  #type(node: Node | null): void {
    if (!node) return
    if (node.kind === 'uniontype' || node.kind === 'intersectiontype') {
      for (const type of list(node, 'types')) this.#type(type)
    } else if (node.kind === 'name') {
      const value = this.values.ofClass(node)
      if (value) this.reader.refer('type', value, startOf(node))
    }
  }

  #class(node: Node, kind: (typeof kinds)[keyof typeof kinds]): void {
    const own = nameOf(child(node, 'name'))
    const name = own ?? 'anonymous'
    const body = list(node, 'body')
    const { reader } = this
    const entity = reader.add({
      kind,
      name,
      start: startOf(node),
      end: endOf(node),
      signature: signatureOf(reader.text, startOf(node), bodyStart(reader.text, node)),
      doc: docBefore(node),
      exported: own !== null,
      ...(own === null ? {} : { global: this.names.declared(own) }),
    })
    const fact = reader.facts.entities[entity]!
    const refer = (base: Node) => {
      const value = this.values.ofClass(base)
      return value ? [reader.scopes.refer(value)] : []
    }
    reader.within(entity, () => {
      const traits = body
        .filter((member) => member.kind === 'traituse')
        .flatMap((member) => list(member, 'traits'))
      const parent = child(node, 'extends')
      const parents = kind === 'interface' ? list(node, 'extends') : parent ? [parent] : []
      fact.extends = [...parents, ...traits].flatMap(refer)
      fact.implements = list(node, 'implements').flatMap(refer)
      list(node, 'attrGroups').forEach(this.visit)
      reader.inClass(entity, () => {
        for (const member of body) this.#member(entity, member)
      })
    })
  }

  #member(owner: number, member: Node): void {
    if (member.kind === 'method') this.#method(owner, member)
    else if (member.kind === 'propertystatement') {
      for (const property of list(member, 'properties')) this.#property(owner, property)
    } else if (member.kind !== 'traituse') eachChild(member, this.visit)
  }

  #method(owner: number, node: Node): void {
    const { reader } = this
    const name = nameOf(child(node, 'name')) ?? ''
    const reachable = node.visibility !== 'private' && node.visibility !== 'protected'
    const entity = reader.add({
      kind: 'method',
      name: `${reader.facts.entities[owner]!.name}.${name}`,
      owner,
      start: startOf(node),
      end: endOf(node),
      signature: signatureOf(reader.text, startOf(node), bodyStart(reader.text, node)),
      doc: docBefore(node),
      exported: reachable,
    })
    reader.within(entity, () => {
      for (const parameter of list(node, 'arguments')) {
        const type = this.values.ofType(child(parameter, 'type'))
        const injected = type && (name === '__construct' || name === 'handle' || name === '__invoke')
        if (injected) reader.refer('inject', type, startOf(parameter))
        const isField = name === '__construct' && Number(parameter.flags) > 0
        if (isField && type) this.#field(owner, nameOf(child(parameter, 'name')), type)
      }
      const returned = this.#body(node, false)
      if (returned !== null) reader.facts.entities[entity]!.returns = returned
    })
  }

  #property(owner: number, property: Node): void {
    const { reader } = this
    const name = nameOf(child(property, 'name'))
    const value = child(property, 'value')
    this.#type(child(property, 'type'))
    const type = this.values.ofType(child(property, 'type'))
    if (type) this.#field(owner, name, type)
    const literal = name !== null && keptProperties.has(name) ? this.#chains.argument(value) : null
    if (literal) {
      reader.add({
        kind: 'property',
        name: `${reader.facts.entities[owner]!.name}.${name}`,
        owner,
        start: startOf(property),
        end: endOf(property),
        literal,
      })
    }
    if (value) this.visit(value)
  }

  #field(owner: number, name: string | null, type: Unbound): void {
    if (name === null) return
    const fact = this.reader.facts.entities[owner]!
    fact.fields ??= []
    fact.fields.push([name, this.reader.scopes.refer(type)])
  }

  #function(node: Node): void {
    const { reader } = this
    const name = nameOf(child(node, 'name')) ?? ''
    const entity = reader.add({
      kind: 'function',
      name,
      start: startOf(node),
      end: endOf(node),
      signature: signatureOf(reader.text, startOf(node), bodyStart(reader.text, node)),
      doc: docBefore(node),
      exported: true,
      global: this.names.declared(name),
    })
    reader.within(entity, () => {
      const returned = this.#body(node, false)
      if (returned !== null) reader.facts.entities[entity]!.returns = returned
    })
  }

  /** Walks a function's parameters and body; gives the number of what a call of it returns. */
  #body(node: Node, inherits: boolean): number | null {
    const { scopes } = this.reader
    scopes.enter(!inherits)
    for (const parameter of list(node, 'arguments')) {
      const type = child(parameter, 'type')
      this.#type(type)
      const name = nameOf(child(parameter, 'name'))
      if (name !== null) scopes.declare(`$${name}`, this.values.ofType(type))
      const value = child(parameter, 'value')
      if (value) this.visit(value)
      list(parameter, 'attrGroups').forEach(this.visit)
    }
    list(node, 'attrGroups').forEach(this.visit)
    this.#type(child(node, 'type'))
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
    if (!this.#inChain.has(node)) this.#chains.read(node, this.#inChain)
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

/** Where the body's brace opens: nothing behind it belongs to the signature. */
function bodyStart(text: string, node: Node): number {
  const body = child(node, 'body')
  if (body) return startOf(body)
  const brace = text.indexOf('{', startOf(node))
  return brace === -1 ? endOf(node) : Math.min(brace, endOf(node))
}
