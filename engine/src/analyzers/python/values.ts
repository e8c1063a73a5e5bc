import type { SyntaxNode } from '@lezer/common'
import type { FileReader } from '../facts/file_reader.ts'
import type { Unbound } from '../facts/scopes.ts'
import { annotated, childrenOf, stringOf } from './syntax.ts'

const wrappers = new Set(['Optional', 'Annotated', 'Awaitable', 'Type', 'ClassVar', 'Final'])

/** Says what Python expressions and annotations mean, as far as their text does. */
export class Values {
  readonly #reader: FileReader

  constructor(reader: FileReader) {
    this.#reader = reader
  }

  of(node: SyntaxNode | null | undefined): Unbound | null {
    switch (node?.name) {
      case 'VariableName':
        return { start: { name: this.#text(node) }, steps: [] }
      case 'MemberExpression':
        return this.#member(node)
      case 'CallExpression': {
        const callee = node.firstChild
        if (callee?.name === 'VariableName' && this.#text(callee) === 'super') return this.#super()
        const called = this.of(callee)
        return called && { start: called.start, steps: [...called.steps, '()'] }
      }
      case 'AwaitExpression':
      case 'ParenthesizedExpression':
        return this.of(childrenOf(node).find(({ name }) => !/^(await|\(|\))$/.test(name)))
      default:
        return null
    }
  }

  /** The dotted name behind a decorator's `@`. */
  ofDecorator(node: SyntaxNode): Unbound | null {
    const [first, ...steps] = childrenOf(node)
      .filter(({ name }) => name === 'VariableName' || name === 'PropertyName')
      .map((part) => this.#text(part))
    return first === undefined ? null : { start: { name: first }, steps }
  }

  /** An instance of an annotated type, when it is one class, or that and None. */
  ofType(node: SyntaxNode | null): Unbound | null {
    const type = node?.name === 'TypeDef' ? annotated(node) : node
    if (!type) return null
    if (type.name === 'String') return this.#quoted(stringOf(type, this.#reader.text))
    if (type.name === 'BinaryExpression') {
      const real = childrenOf(type).filter(({ name }) => name !== 'None' && name !== 'BitOp' && name !== '|')
      return real.length === 1 ? this.ofType(real[0]!) : null
    }
    const base = type.firstChild
    if (type.name === 'MemberExpression' && type.getChild('[') && base) {
      const inner = childrenOf(type).find((part) => part.from > base.to && !/^[[\],]$/.test(part.name))
      const name = this.#text(base)
      return wrappers.has(name.slice(name.lastIndexOf('.') + 1))
        ? this.ofType(inner ?? null)
        : instance(this.of(base))
    }
    return instance(this.of(type))
  }

  #quoted(text: string | null): Unbound | null {
    if (text === null || !/^[\w.]+$/.test(text)) return null
    const [first, ...steps] = text.split('.')
    return { start: { name: first! }, steps: [...steps, '()'] }
  }

  #member(node: SyntaxNode): Unbound | null {
    const property = node.getChild('PropertyName')
    if (!property) return null
    const name = this.#text(property)
    const object = this.of(node.firstChild)
    return object
      ? { start: object.start, steps: [...object.steps, name] }
      : { start: { known: null }, steps: [name] }
  }

  #super(): Unbound | null {
    const { self } = this.#reader
    return self === -1 ? null : { start: { known: self }, steps: ['super'] }
  }

  #text(node: SyntaxNode): string {
    return this.#reader.text.slice(node.from, node.to)
  }
}

/** Calling a class makes an instance of it. */
function instance(type: Unbound | null): Unbound | null {
  return type && { start: type.start, steps: [...type.steps, '()'] }
}
