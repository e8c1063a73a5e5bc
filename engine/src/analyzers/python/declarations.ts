import type { SyntaxNode } from '@lezer/common'
import { firstParagraph, signatureOf } from '../facts/file_reader.ts'
import type { DeclarationWalker } from './declaration_walker.ts'
import { argumentsOf, childrenOf, importParts, parametersOf, stringOf } from './syntax.ts'

export function readImport(walker: DeclarationWalker, node: SyntaxNode): void {
  const { reader } = walker
  const { from, names, star } = importParts(node, reader.text)
  if (from === '') {
    for (const { name, alias, at } of names) {
      const module = reader.importOf(name, at, 'static')
      const first = name.split('.')[0]!
      const whole = alias === null && first !== name ? reader.importOf(first, at, 'static') : module
      walker.declare(alias ?? first, reader.binding(whole, '*'))
    }
    return
  }
  const module = reader.importOf(from, node.from, 'static')
  if (star) reader.facts.stars.push(module)
  for (const { name, alias } of names) walker.declare(alias ?? name, reader.binding(module, name))
}

/** A function at the top level or in a class is an entity; one inside a function is part of that. */
export function readFunction(
  walker: DeclarationWalker,
  node: SyntaxNode,
  outer: SyntaxNode,
  decorators: SyntaxNode[]
): void {
  const nameNode = node.getChild('VariableName')
  if (!nameNode) return
  const name = walker.text(nameNode)
  if (walker.classBody === -1 && walker.depth > 0) {
    walker.declare(name, null)
    for (const decorator of decorators) readDecorator(walker, decorator, -1)
    readBody(walker, node, -1, false)
  } else readEntity(walker, node, outer, name, decorators)
}

function readEntity(
  walker: DeclarationWalker,
  node: SyntaxNode,
  outer: SyntaxNode,
  name: string,
  decorators: SyntaxNode[]
): void {
  const { reader, classBody: owner } = walker
  const body = node.getChild('Body')
  const entity = reader.add({
    kind: /^test/.test(name) ? 'test' : owner === -1 ? 'function' : 'method',
    name: owner === -1 ? name : `${reader.facts.entities[owner]!.name}.${name}`,
    owner,
    start: outer.from,
    end: outer.to,
    signature: signatureOf(reader.text, node.from, body?.from ?? node.to),
    doc: docOf(walker, body),
    exported: true,
  })
  if (owner === -1) walker.declare(name, { start: { known: entity }, steps: [] })
  const marks = decorators.map((decorator) => walker.text(decorator).trim())
  reader.within(entity, () => {
    for (const decorator of decorators) readDecorator(walker, decorator, entity)
    const isMethod = owner !== -1 && !marks.includes('@staticmethod')
    const returned = readBody(walker, node, isMethod ? owner : -1, marks.includes('@classmethod'))
    if (returned === null) return
    reader.facts.entities[entity]!.returns = returned
    if (owner !== -1 && marks.some((mark) => mark.endsWith('property'))) walker.field(owner, name, returned)
  })
}

/** Gives the number of the value that a call returns, when that can be told. */
function readBody(
  walker: DeclarationWalker,
  node: SyntaxNode,
  owner: number,
  isClassMethod: boolean
): number | null {
  const { classBody, depth } = walker
  const { scopes, text } = walker.reader
  let slot: number | null = null
  walker.classBody = -1
  walker.depth = depth + 1
  const walk = () => {
    walker.scope(node.getChild('ParamList'), () => {
      const [first] = parametersOf(node.getChild('ParamList'), text)
      if (owner !== -1 && first) {
        scopes.declare(first.name, { start: { known: owner }, steps: isClassMethod ? [] : ['new'] })
      }
      const type = node.getChild('TypeDef')
      if (type) walker.visit(type)
      const body = node.getChild('Body')
      if (body) for (const part of childrenOf(body)) walker.visit(part)
      const last = body?.lastChild
      const given = last?.name === 'ReturnStatement' ? last.lastChild : null
      const returned = walker.values.ofType(type) ?? walker.values.of(given)
      slot = returned ? scopes.refer(returned) : null
    })
  }
  if (owner === -1) walk()
  else walker.reader.inClass(owner, walk)
  walker.depth = depth
  walker.classBody = classBody
  return slot
}

export function readClass(
  walker: DeclarationWalker,
  node: SyntaxNode,
  outer: SyntaxNode,
  decorators: SyntaxNode[]
): void {
  const { reader, classBody: owner } = walker
  const nameNode = node.getChild('VariableName')
  if (!nameNode) return
  const own = walker.text(nameNode)
  const body = node.getChild('Body')
  if (walker.depth > 0) {
    walker.declare(own, null)
    return
  }
  const entity = reader.add({
    kind: 'class',
    name: owner === -1 ? own : `${reader.facts.entities[owner]!.name}.${own}`,
    owner,
    start: outer.from,
    end: outer.to,
    signature: signatureOf(reader.text, node.from, body?.from ?? node.to),
    doc: docOf(walker, body),
    exported: true,
  })
  if (owner === -1) walker.declare(own, { start: { known: entity }, steps: [] })
  reader.within(entity, () => {
    for (const decorator of decorators) readDecorator(walker, decorator, entity)
    readBases(walker, node, entity)
    walker.classBody = entity
    reader.scopes.enter(false)
    if (body) for (const part of childrenOf(body)) walker.visit(part)
    reader.scopes.leave()
    walker.classBody = owner
  })
}

function readBases(walker: DeclarationWalker, node: SyntaxNode, entity: number): void {
  const { reader, values } = walker
  const bases = argumentsOf(node.getChild('ArgList'), reader.text)
  for (const { value } of bases) walker.visit(value)
  reader.facts.entities[entity]!.extends = bases
    .filter(({ keyword }) => keyword === null)
    .flatMap(({ value }) => {
      // `Generic[T]` extends `Generic`.
      const isGeneric = value.name === 'MemberExpression' && value.getChild('[') !== null
      const base = values.of(isGeneric ? value.firstChild : value)
      return base ? [reader.scopes.refer(base)] : []
    })
}

function readDecorator(walker: DeclarationWalker, node: SyntaxNode, on: number): void {
  const { reader, chains } = walker
  const value = walker.values.ofDecorator(node)
  if (!value) return
  const list = node.getChild('ArgList')
  reader.refer(list ? 'call' : 'decorate', value, node.from)
  if (on !== -1) {
    const name = value.steps.at(-1) ?? ('name' in value.start ? value.start.name : '')
    const slot = reader.scopes.refer({ start: value.start, steps: value.steps.slice(0, -1) })
    const line = reader.lines.at(node.from)
    reader.facts.decorators.push({
      on,
      member: null,
      name,
      value: slot,
      arguments: chains.arguments(list),
      line,
    })
  }
  if (list) for (const { value: argument } of argumentsOf(list, reader.text)) walker.visit(argument)
}

function docOf(walker: DeclarationWalker, body: SyntaxNode | null): string {
  const first = body?.getChild('ExpressionStatement')
  const text = first?.prevSibling?.name === ':' ? stringOf(first.firstChild, walker.reader.text) : null
  return text === null ? '' : firstParagraph(text)
}
