import type { Node } from 'oxc-parser'
import type { FileReader } from '../facts/file_reader.ts'
import type { Unbound } from '../facts/scopes.ts'
import { keyName, requiredSpecifier, textOf } from './syntax.ts'

/** Says what expressions and types mean, as far as their text does. */
export class Values {
  readonly #reader: FileReader
  readonly #modules = new Map<Node, Unbound>()

  constructor(reader: FileReader) {
    this.#reader = reader
  }

  /** Null when nothing about the value can be told. */
  of(node: Node | null | undefined): Unbound | null {
    switch (node?.type) {
      case 'Identifier':
      case 'JSXIdentifier':
        return { start: { name: node.name }, steps: [] }
      case 'ThisExpression':
        return this.#ofSelf('new')
      case 'Super':
        return this.#ofSelf('super')
      case 'MemberExpression':
        return this.#member(node.object, keyName(node.property, node.computed))
      case 'JSXMemberExpression':
        return this.#member(node.object, node.property.name)
      case 'CallExpression':
        return this.module(node) ?? lazy(node, this) ?? then(this.of(node.callee), '()')
      case 'NewExpression':
        return then(this.of(node.callee), 'new')
      case 'ImportExpression':
        return this.module(node)
      case 'AwaitExpression':
        return this.of(node.argument)
      case 'ParenthesizedExpression':
      case 'ChainExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSInstantiationExpression':
        return this.of(node.expression)
      case 'TSAsExpression':
      case 'TSTypeAssertion':
        return this.ofType(node.typeAnnotation) ?? this.of(node.expression)
      case 'AssignmentExpression':
        return this.of(node.right)
      case 'LogicalExpression':
        return this.of(node.left)
      default:
        return null
    }
  }

  /** What `import('x')` and `require('x')` give; the import is counted once. */
  module(node: Node): Unbound | null {
    const known = this.#modules.get(node)
    if (known) return known
    const specifier = node.type === 'ImportExpression' ? textOf(node.source) : requiredSpecifier(node)
    if (specifier === null) return null
    const form = node.type === 'ImportExpression' ? 'dynamic' : 'require'
    const value = this.#reader.binding(this.#reader.importOf(specifier, node.start, form), '*')
    this.#modules.set(node, value)
    return value
  }

  /** An instance of the type, when it is one named type, or that and null, or a promise of it. */
  ofType(node: Node | null | undefined): Unbound | null {
    switch (node?.type) {
      case 'TSTypeAnnotation':
      case 'TSParenthesizedType':
        return this.ofType(node.typeAnnotation)
      case 'TSUnionType': {
        const real = node.types.filter(({ type }) => !/^TS(Null|Undefined)Keyword$/.test(type))
        return real.length === 1 ? this.ofType(real[0]) : null
      }
      case 'TSTypeReference': {
        const name = this.ofTypeName(node.typeName)
        if (!name || !('name' in name.start)) return null
        const wraps = wrappers.has(name.start.name) && name.steps.length === 0
        if (wraps) return this.ofType(node.typeArguments?.params[0])
        return then(name, 'new')
      }
      case 'TSTypeQuery':
        return node.exprName.type === 'TSImportType' ? null : this.ofTypeName(node.exprName)
      default:
        return null
    }
  }

  /** The type itself, not an instance. */
  ofTypeName(node: Node): Unbound | null {
    if (node.type === 'Identifier') return { start: { name: node.name }, steps: [] }
    return node.type === 'TSQualifiedName' ? then(this.ofTypeName(node.left), node.right.name) : null
  }

  #member(object: Node, name: string | null): Unbound | null {
    if (name === null) return null
    return then(this.of(object), name) ?? { start: { known: null }, steps: [name] }
  }

  #ofSelf(step: 'new' | 'super'): Unbound | null {
    const { self } = this.#reader
    return self === -1 ? null : { start: { known: self }, steps: [step] }
  }
}

const wrappers = new Set(['Promise', 'Readonly', 'Partial', 'Required', 'NonNullable', 'Awaited', 'Ref'])

export function then(value: Unbound | null, step: string): Unbound | null {
  return value && { start: value.start, steps: [...value.steps, step] }
}

/** `() => import('x')` stands for the default export, in lazy routes and in `lazy(() => import('x'))`. */
export function lazyModule(node: Node | null | undefined, values: Values): Unbound | null {
  if (node?.type !== 'ArrowFunctionExpression' || !node.expression) return null
  return node.body.type === 'ImportExpression' ? then(values.module(node.body), 'default') : null
}

function lazy(node: Node, values: Values): Unbound | null {
  if (node.type !== 'CallExpression' || node.arguments.length !== 1) return null
  const { callee } = node
  const name = callee.type === 'MemberExpression' ? keyName(callee.property, callee.computed) : null
  const called = callee.type === 'Identifier' ? callee.name : name
  return called === 'lazy' || called === 'defineAsyncComponent' ? lazyModule(node.arguments[0], values) : null
}
