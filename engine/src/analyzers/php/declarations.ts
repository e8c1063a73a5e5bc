import { signatureOf } from '../facts/file_reader.ts'
import type { Unbound } from '../facts/scopes.ts'
import type { DeclarationWalker } from './declaration_walker.ts'
import { child, docBefore, eachChild, endOf, list, type Node, nameOf, startOf } from './syntax.ts'

const kinds: Record<string, 'class' | 'interface' | 'trait' | 'enum'> = {
  class: 'class',
  interface: 'interface',
  trait: 'trait',
  enum: 'enum',
}
/** Properties whose value a framework's rule asks for. */
const keptProperties = new Set(
  'table fillable casts connection primaryKey signature listen routeMiddleware middlewareAliases middlewareGroups'.split(
    ' '
  )
)

export function readClass(walker: DeclarationWalker, node: Node): void {
  const { reader, names, values } = walker
  const own = nameOf(child(node, 'name'))
  const kind = kinds[node.kind]!
  const body = list(node, 'body')
  const entity = reader.add({
    ...heading(walker, node),
    kind,
    name: own ?? 'anonymous',
    exported: own !== null,
    ...(own === null ? {} : { global: names.declared(own) }),
  })
  const fact = reader.facts.entities[entity]!
  const refer = (base: Node) => {
    const value = values.ofClass(base)
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
    list(node, 'attrGroups').forEach(walker.visit)
    reader.inClass(entity, () => {
      for (const member of body) readMember(walker, entity, member)
    })
  })
}

function readMember(walker: DeclarationWalker, owner: number, member: Node): void {
  if (member.kind === 'method') readMethod(walker, owner, member)
  else if (member.kind === 'propertystatement') {
    for (const property of list(member, 'properties')) readProperty(walker, owner, property)
  } else if (member.kind !== 'traituse') eachChild(member, walker.visit)
}

function readMethod(walker: DeclarationWalker, owner: number, node: Node): void {
  const { reader, values } = walker
  const name = nameOf(child(node, 'name')) ?? ''
  const entity = reader.add({
    ...heading(walker, node),
    kind: 'method',
    name: `${reader.facts.entities[owner]!.name}.${name}`,
    owner,
    exported: node.visibility !== 'private' && node.visibility !== 'protected',
  })
  const isGiven = name === '__construct' || name === '__invoke' || /^handle/.test(name ?? '')
  reader.within(entity, () => {
    for (const parameter of list(node, 'arguments')) {
      const type = values.ofType(child(parameter, 'type'))
      if (!type) continue
      if (isGiven) reader.refer('inject', type, startOf(parameter))
      const isField = name === '__construct' && Number(parameter.flags) > 0
      if (isField) addField(walker, owner, nameOf(child(parameter, 'name')), type)
    }
    const returned = walker.body(node, false)
    if (returned !== null) reader.facts.entities[entity]!.returns = returned
  })
}

function readProperty(walker: DeclarationWalker, owner: number, property: Node): void {
  const { reader, values, chains } = walker
  const name = nameOf(child(property, 'name'))
  const value = child(property, 'value')
  walker.type(child(property, 'type'))
  const type = values.ofType(child(property, 'type'))
  if (type) addField(walker, owner, name, type)
  const literal = name !== null && keptProperties.has(name) ? chains.argument(value) : null
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
  if (value) walker.visit(value)
}

function addField({ reader }: DeclarationWalker, owner: number, name: string | null, type: Unbound): void {
  if (name === null) return
  const fact = reader.facts.entities[owner]!
  fact.fields ??= []
  fact.fields.push([name, reader.scopes.refer(type)])
}

export function readFunction(walker: DeclarationWalker, node: Node): void {
  const { reader, names } = walker
  const name = nameOf(child(node, 'name')) ?? ''
  const entity = reader.add({
    ...heading(walker, node),
    kind: 'function',
    name,
    exported: true,
    global: names.declared(name),
  })
  reader.within(entity, () => {
    const returned = walker.body(node, false)
    if (returned !== null) reader.facts.entities[entity]!.returns = returned
  })
}

function heading({ reader }: DeclarationWalker, node: Node) {
  const [start, end] = [startOf(node), endOf(node)]
  return {
    start,
    end,
    signature: signatureOf(reader.text, start, bodyStart(reader.text, node)),
    doc: docBefore(node),
  }
}

/** Where the body's brace opens: nothing behind it belongs to the signature. */
function bodyStart(text: string, node: Node): number {
  const body = child(node, 'body')
  if (body) return startOf(body)
  const brace = text.indexOf('{', startOf(node))
  return brace === -1 ? endOf(node) : Math.min(brace, endOf(node))
}
