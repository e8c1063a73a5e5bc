import type { Class, Decorator, Function as FunctionNode, Node } from 'oxc-parser'
import { signatureOf } from '../facts/file_reader.ts'
import type { DeclarationContext } from './declaration_context.ts'
import { annotationOf } from './patterns.ts'
import { isFunction, keyName, textOf } from './syntax.ts'

/** Reads a class at the top level of a module: its methods are entities, its typed fields are kept. */
export function readClass(context: DeclarationContext, entity: number, node: Class): void {
  const { walker } = context
  const { reader } = walker
  const fact = reader.facts.entities[entity]!
  reader.within(entity, () => {
    if (node.superClass) fact.extends = heritage(context, [node.superClass])
    if (node.superTypeArguments) walker.visit(node.superTypeArguments)
    if (node.implements?.length) {
      fact.implements = heritage(
        context,
        node.implements.map(({ expression }) => expression)
      )
    }
    readDecorators(context, entity, null, node.decorators)
    reader.inClass(entity, () => {
      reader.scopes.enter(false)
      for (const member of node.body.body) readMember(context, entity, member)
      reader.scopes.leave()
    })
  })
}

function heritage({ walker }: DeclarationContext, expressions: readonly Node[]): number[] {
  return expressions.flatMap((expression) => {
    walker.visit(expression)
    // `compose(Base, mixin)` has what its parts have, as far as they are classes.
    const parts = expression.type === 'CallExpression' ? expression.arguments : [expression]
    return parts.flatMap((part) => {
      const value = walker.values.of(part)
      return value ? [walker.reader.scopes.refer(value)] : []
    })
  })
}

function readMember(context: DeclarationContext, owner: number, member: Class['body']['body'][number]): void {
  const { walker } = context
  if (member.type === 'StaticBlock') walker.visit(member)
  if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature') return
  const name = keyName(member.key, member.computed)
  if (member.computed) walker.visit(member.key)
  if (name === null) {
    if (member.value) walker.visit(member.value)
    return
  }
  if (isMethod(member)) readMethod(context, owner, name, member)
  else readField(context, owner, name, member)
}

type Method = Extract<Node, { type: 'MethodDefinition' | 'TSAbstractMethodDefinition' }>
type Field = Extract<
  Node,
  {
    type:
      | 'PropertyDefinition'
      | 'AccessorProperty'
      | 'TSAbstractPropertyDefinition'
      | 'TSAbstractAccessorProperty'
  }
>

function isMethod(member: Method | Field): member is Method {
  return member.type === 'MethodDefinition' || member.type === 'TSAbstractMethodDefinition'
}

function readMethod(context: DeclarationContext, owner: number, name: string, member: Method): void {
  const { walker, text } = context
  const { reader } = walker
  const isOverload =
    member.value.type === 'TSEmptyBodyFunctionExpression' && member.type === 'MethodDefinition'
  if (isOverload && !context.isDeclarationFile) {
    walker.visit(member.value)
    return
  }
  const bodyStart = member.value.body?.start ?? member.end
  const entity = reader.add({
    kind: 'method',
    name: `${reader.facts.entities[owner]!.name}.${name}`,
    owner,
    start: member.start,
    end: member.end,
    signature: signatureOf(text, member.start, bodyStart),
    doc: context.docs.before(member.start),
    exported: isReachable(member),
  })
  readDecorators(context, entity, null, member.decorators)
  reader.within(entity, () => {
    if (name === 'constructor') readConstructor(context, owner, member.value)
    const injects = member.decorators.some((decorator) => decoratorName(decorator) === 'inject')
    if (injects) for (const parameter of member.value.params) injected(context, parameter)
    const returned = walker.function(member.value)
    if (returned !== null) reader.facts.entities[entity]!.returns = returned
    if (member.kind === 'get' && returned !== null) addField(context, owner, name, returned)
  })
}

const isReachable = (member: { accessibility?: string | null; key: Node }) =>
  member.accessibility !== 'private' &&
  member.accessibility !== 'protected' &&
  member.key.type !== 'PrivateIdentifier'

/** Parameters that are fields at the same time, and what the constructor is given. */
function readConstructor(context: DeclarationContext, owner: number, value: FunctionNode): void {
  const { values, reader } = context.walker
  for (const parameter of value.params) {
    injected(context, parameter)
    const type = values.ofType(annotationOf(parameter))
    if (parameter.type !== 'TSParameterProperty' || !type) continue
    const inner =
      parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter
    if (inner.type === 'Identifier') addField(context, owner, inner.name, reader.scopes.refer(type))
  }
}

function injected({ walker }: DeclarationContext, parameter: Node): void {
  const type = walker.values.ofType(annotationOf(parameter))
  if (type) walker.reader.refer('inject', type, parameter.start)
}

function readField(context: DeclarationContext, owner: number, name: string, member: Field): void {
  const { walker, text } = context
  const { reader, values } = walker
  readDecorators(context, owner, name, member.decorators)
  if (member.typeAnnotation) walker.visit(member.typeAnnotation)
  const { value } = member
  if (value && isFunction(value)) {
    const method = reader.add({
      kind: 'method',
      name: `${reader.facts.entities[owner]!.name}.${name}`,
      owner,
      start: member.start,
      end: member.end,
      signature: signatureOf(text, member.start, bodyOf(value)),
      doc: context.docs.before(member.start),
      exported: isReachable(member),
    })
    reader.within(method, () => walker.visit(value))
    return
  }
  const known = values.ofType(member.typeAnnotation) ?? values.of(value)
  if (known) addField(context, owner, name, reader.scopes.refer(known))
  const literal = keptLiterals.has(name) ? textOf(value) : null
  if (literal !== null) {
    reader.add({
      kind: 'property',
      name: `${reader.facts.entities[owner]!.name}.${name}`,
      owner,
      start: member.start,
      end: member.end,
      literal: { text: literal },
    })
  }
  if (value) walker.visit(value)
}

/** Fields whose text a framework's rule asks for. */
const keptLiterals = new Set(['table', 'tableName', 'commandName', 'signature'])

function addField({ walker }: DeclarationContext, owner: number, name: string, value: number): void {
  const fact = walker.reader.facts.entities[owner]!
  fact.fields ??= []
  fact.fields.push([name, value])
}

export function bodyOf(node: Node): number {
  return 'body' in node && node.body && typeof node.body === 'object' && 'start' in node.body
    ? (node.body as { start: number }).start
    : node.end
}

function decoratorName({ expression }: Decorator): string {
  const callee = expression.type === 'CallExpression' ? expression.callee : expression
  if (callee.type === 'MemberExpression') return keyName(callee.property, callee.computed) ?? ''
  return callee.type === 'Identifier' ? callee.name : ''
}

function readDecorators(
  context: DeclarationContext,
  on: number,
  member: string | null,
  decorators: readonly Decorator[]
): void {
  const { walker, chains } = context
  for (const decorator of decorators) {
    const { expression, start } = decorator
    const isCall = expression.type === 'CallExpression'
    const value = walker.values.of(isCall ? expression.callee : expression)
    walker.reader.facts.decorators.push({
      on,
      member,
      name: decoratorName(decorator),
      value: walker.reader.scopes.refer(value ?? { start: { known: null }, steps: [] }),
      arguments: isCall ? chains.argumentsOf(expression.arguments) : [],
      line: walker.reader.lines.at(start),
    })
    walker.visit(expression)
  }
}
