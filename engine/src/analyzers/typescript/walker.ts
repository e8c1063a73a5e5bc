import type { ArrowFunctionExpression, Class, Function as FunctionNode, Node } from 'oxc-parser'
import type { FileReader } from '../facts/file_reader.ts'
import type { Unbound } from '../facts/scopes.ts'
import type { Chains } from './chains.ts'
import { annotationOf, insidePattern, namesIn } from './patterns.ts'
import { eachChild, isFunction } from './syntax.ts'
import { testOf } from './tests.ts'
import { lazyModule, type Values } from './values.ts'

type AnyFunction = FunctionNode | ArrowFunctionExpression

/** Goes through statements and expressions and notes what they refer to. */
export class Walker {
  readonly reader: FileReader
  readonly values: Values
  /** Entities that hold JSX. */
  readonly rendering = new Set<number>()
  readonly #chains: Chains | null
  readonly #inChain = new Set<Node>()
  readonly #inTest = new Set<Node>()
  readonly #groups: string[] = []

  constructor(reader: FileReader, values: Values, chains: Chains | null) {
    this.reader = reader
    this.values = values
    this.#chains = chains
  }

  readonly visit = (node: Node): void => {
    switch (node.type) {
      case 'Identifier':
        this.reader.refer('reference', { start: { name: node.name }, steps: [] }, node.start)
        return
      case 'MemberExpression':
        this.#use('reference', this.values.of(node), node.start)
        this.#rest(node)
        return
      case 'CallExpression':
        this.#call(node)
        return
      case 'NewExpression':
        this.#use('new', this.values.of(node.callee), node.start)
        this.#rest(node.callee)
        if (node.typeArguments) this.visit(node.typeArguments)
        node.arguments.forEach(this.visit)
        return
      case 'TaggedTemplateExpression':
        this.#use('call', this.values.of(node.tag), node.start)
        this.#rest(node.tag)
        node.quasi.expressions.forEach(this.visit)
        return
      case 'ImportExpression':
        if (!this.values.module(node)) this.visit(node.source)
        return
      case 'ArrowFunctionExpression':
        this.function(node)
        return
      case 'FunctionExpression':
        this.reader.inClass(-1, () => this.function(node))
        return
      case 'FunctionDeclaration':
      case 'TSDeclareFunction':
        if (node.id) this.reader.scopes.declare(node.id.name, null, true)
        this.reader.inClass(-1, () => this.function(node))
        return
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.#innerClass(node)
        return
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations) {
          const value = lazyModule(init, this.values) ?? (isFunction(init) ? null : this.values.of(init))
          this.declare(id, value, node.kind === 'var')
          if (init) this.visit(init)
        }
        return
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'SwitchStatement':
      case 'StaticBlock':
      case 'TSModuleBlock':
        this.#scope(() => eachChild(node, this.visit))
        return
      case 'CatchClause':
        this.#scope(() => {
          if (node.param) this.declare(node.param, null)
          node.body.body.forEach(this.visit)
        })
        return
      case 'Property':
      case 'PropertyDefinition':
      case 'AccessorProperty':
      case 'MethodDefinition':
        if (node.computed) this.visit(node.key)
        if (node.type !== 'Property') node.decorators.forEach(this.visit)
        if (node.type === 'PropertyDefinition' && node.typeAnnotation) this.visit(node.typeAnnotation)
        if (node.value) this.visit(node.value)
        return
      case 'LabeledStatement':
        this.visit(node.body)
        return
      case 'JSXElement':
      case 'JSXFragment':
        if (this.reader.entity !== -1) this.rendering.add(this.reader.entity)
        eachChild(node, this.visit)
        return
      case 'JSXOpeningElement':
        this.#render(node.name)
        node.attributes.forEach(this.visit)
        return
      default:
        this.#type(node)
    }
  }

  /** Declares what a pattern binds and visits what else it holds. */
  declare(pattern: Node, value: Unbound | null, hoisted = false): void {
    const whole = this.values.ofType(annotationOf(pattern)) ?? value
    for (const { name, value: part, annotation } of namesIn(pattern, whole)) {
      this.reader.scopes.declare(name, this.values.ofType(annotation) ?? part, hoisted)
    }
    for (const inner of insidePattern(pattern)) this.visit(inner)
  }

  /** Walks a function; gives the number of the value that a call of it returns, when that can be told. */
  function(node: AnyFunction, parameterTypes: readonly (Unbound | null)[] = []): number | null {
    const { scopes } = this.reader
    scopes.enter(true)
    if (node.type === 'FunctionExpression' && node.id) scopes.declare(node.id.name, null)
    node.params.forEach((parameter, i) => {
      this.declare(parameter, parameterTypes[i] ?? null)
    })
    if (node.returnType) this.visit(node.returnType)
    if (node.body?.type === 'BlockStatement') node.body.body.forEach(this.visit)
    else if (node.body) this.visit(node.body)
    const returned = this.values.ofType(node.returnType) ?? this.values.of(returnedBy(node))
    const slot = returned ? scopes.refer(returned) : null
    scopes.leave()
    return slot
  }

  #use(kind: 'call' | 'new' | 'reference' | 'render', value: Unbound | null, offset: number): void {
    const nowhere = !value || ('known' in value.start && value.start.known === null)
    if (value && (!nowhere || kind === 'call')) this.reader.refer(kind, value, offset)
  }

  #call(node: Extract<Node, { type: 'CallExpression' }>): void {
    if (this.values.module(node)) return
    const test = this.#inTest.has(node) ? null : testOf(node)
    if (test) {
      for (const link of test.links) this.#inTest.add(link)
      if (test.isGroup) this.#groups.push(test.title)
      const entity = test.isGroup ? this.reader.entity : this.#testEntity(test.title, node)
      this.reader.within(entity, () => this.#plainCall(node))
      if (test.isGroup) this.#groups.pop()
      return
    }
    this.#plainCall(node)
  }

  #plainCall(node: Extract<Node, { type: 'CallExpression' }>): void {
    if (this.#chains && !this.#inChain.has(node)) this.#chains.read(node, this.#inChain)
    const { callee } = node
    const at = callee.type === 'MemberExpression' ? callee.property.start : callee.start
    this.#use('call', this.values.of(callee), at)
    this.#rest(callee)
    if (node.typeArguments) this.visit(node.typeArguments)
    node.arguments.forEach(this.visit)
  }

  #testEntity(title: string, { start, end }: Node): number {
    const name = [...this.#groups, title].join(' > ')
    return this.reader.add({ kind: 'test', name, start, end })
  }

  /** What a chain of members holds besides its names: calls on the way, computed keys. */
  #rest(node: Node): void {
    switch (node.type) {
      case 'Identifier':
      case 'ThisExpression':
      case 'Super':
        return
      case 'MemberExpression':
        this.#rest(node.object)
        if (node.computed) this.visit(node.property)
        return
      case 'TSNonNullExpression':
      case 'ParenthesizedExpression':
      case 'ChainExpression':
        this.#rest(node.expression)
        return
      default:
        this.visit(node)
    }
  }

  #scope(walk: () => void): void {
    this.reader.scopes.enter(false)
    walk()
    this.reader.scopes.leave()
  }

  #innerClass(node: Class): void {
    if (node.id) this.reader.scopes.declare(node.id.name, null)
    this.reader.inClass(-1, () => this.#scope(() => eachChild(node.body, this.visit)))
    if (node.superClass) this.visit(node.superClass)
  }

  #render(name: Node): void {
    const isComponent =
      name.type === 'JSXMemberExpression' || (name.type === 'JSXIdentifier' && /^[A-Z_$]/.test(name.name))
    if (isComponent) this.#use('render', this.values.of(name), name.start)
  }

  #type(node: Node): void {
    switch (node.type) {
      case 'TSTypeReference': {
        const name = this.values.ofTypeName(node.typeName)
        if (name) this.reader.refer('type', name, node.start)
        if (node.typeArguments) this.visit(node.typeArguments)
        return
      }
      case 'TSTypeQuery': {
        if (node.exprName.type === 'TSImportType') this.visit(node.exprName)
        const name = node.exprName.type === 'TSImportType' ? null : this.values.ofTypeName(node.exprName)
        if (name) this.reader.refer('type', name, node.start)
        return
      }
      case 'TSImportType':
        this.reader.importOf(node.source.value, node.start, 'type')
        if (node.typeArguments) this.visit(node.typeArguments)
        return
      case 'TSPropertySignature':
      case 'TSEnumMember':
      case 'TSTypePredicate':
      case 'TSIndexSignature':
      case 'TSNamedTupleMember':
      case 'TSMappedType':
      case 'TSTypeAnnotation':
      case 'TSFunctionType':
      case 'TSMethodSignature':
        for (const part of typeParts(node)) if (part) this.visit(part)
        return
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
      case 'JSXClosingElement':
      case 'TSTypeParameterDeclaration':
      case 'TSImportEqualsDeclaration':
        return
      case 'TSModuleDeclaration':
        if (node.body) this.visit(node.body)
        return
      default:
        eachChild(node, this.visit)
    }
  }
}

/** The types inside a type, without the names that it declares. */
function typeParts(node: Node): (Node | null | undefined)[] {
  switch (node.type) {
    case 'TSEnumMember':
      return [node.initializer]
    case 'TSNamedTupleMember':
      return [node.elementType]
    case 'TSMappedType':
      return [node.constraint, node.nameType, node.typeAnnotation]
    case 'TSFunctionType':
    case 'TSMethodSignature':
      return [...node.params.map(annotationOf), node.returnType]
    case 'TSPropertySignature':
    case 'TSTypePredicate':
    case 'TSIndexSignature':
    case 'TSTypeAnnotation':
      return [node.typeAnnotation]
    default:
      return []
  }
}

/** The expression that a function gives back, when it has one place that says so. */
function returnedBy(node: AnyFunction): Node | null {
  if (node.body?.type !== 'BlockStatement') return node.body
  const last = node.body.body.at(-1)
  return last?.type === 'ReturnStatement' ? last.argument : null
}
