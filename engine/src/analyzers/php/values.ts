import type { FileReader } from '../facts/file_reader.ts'
import type { Unbound } from '../facts/scopes.ts'
import type { Names } from './names.ts'
import { child, list, type Node, nameOf, startOf } from './syntax.ts'

/** Laravel's container gives an instance of the class that it is asked for. */
const containers = new Set(['app', 'resolve', 'make', 'makewith'])

/** Says what PHP expressions and types mean, as far as their text does. */
export class Values {
  readonly #reader: FileReader
  readonly #names: Names

  constructor(reader: FileReader, names: Names) {
    this.#reader = reader
    this.#names = names
  }

  of(node: Node | null): Unbound | null {
    switch (node?.kind) {
      case 'variable': {
        const name = nameOf(node.name)
        if (name === 'this') return this.#self('new')
        return name === null ? null : { start: { name: `$${name}` }, steps: [] }
      }
      case 'name':
        return isConstant(nameOf(node.name) ?? '') ? null : this.ofClass(node)
      case 'selfreference':
      case 'staticreference':
      case 'parentreference':
        return this.ofClass(node)
      case 'propertylookup':
      case 'nullsafepropertylookup':
        return this.#member(this.of(child(node, 'what')), nameOf(node.offset))
      case 'staticlookup': {
        const what = child(node, 'what')
        const name = nameOf(node.offset)
        if (name === 'class') return this.of(what)
        return this.#member(what?.kind === 'name' ? this.ofClass(what) : this.of(what), name)
      }
      case 'call': {
        const made = this.#made(node)
        if (made) return made
        const called = this.callee(node)
        return called && { start: called.start, steps: [...called.steps, '()'] }
      }
      case 'new': {
        const what = child(node, 'what')
        const type =
          what?.kind === 'class' ? null : what?.kind === 'name' ? this.ofClass(what) : this.of(what)
        return type && { start: type.start, steps: [...type.steps, 'new'] }
      }
      case 'assign':
        return this.of(child(node, 'right'))
      case 'clone':
        return this.of(child(node, 'what'))
      default:
        return null
    }
  }

  /** What a call calls. */
  callee(node: Node): Unbound | null {
    const what = child(node, 'what')
    if (what?.kind !== 'name') return this.of(what)
    const name = nameOf(what.name)
    return name === null ? null : global(this.#names.ofFunction(name))
  }

  ofClass(node: Node): Unbound | null {
    if (node.kind === 'parentreference') return this.#self('super')
    if (node.kind !== 'name') return this.#self()
    const full = this.#names.ofClass(nameOf(node.name) ?? '', startOf(node))
    return full === null ? null : global(full)
  }

  /** An instance of a declared type, when it is one class, or that and null. */
  ofType(node: Node | null): Unbound | null {
    if (node?.kind === 'selfreference' || node?.kind === 'staticreference') return this.#self('new')
    if (node?.kind === 'uniontype') {
      const real = list(node, 'types').filter(
        (type) => type.kind === 'name' && nameOf(type.name)?.toLowerCase() !== 'null'
      )
      return real.length === 1 ? this.ofType(real[0]!) : null
    }
    if (node?.kind !== 'name') return null
    if (/^(self|static)$/i.test(nameOf(node.name) ?? '')) return this.#self('new')
    const type = this.ofClass(node)
    return type && { start: type.start, steps: [...type.steps, 'new'] }
  }

  /** `app(Mailer::class)` and `$container->make(Mailer::class)`. */
  #made(node: Node): Unbound | null {
    const what = child(node, 'what')
    const name = (what?.kind === 'name' ? nameOf(what.name) : nameOf(what?.offset))?.toLowerCase() ?? ''
    const [first] = list(node, 'arguments')
    if (!containers.has(name) || first?.kind !== 'staticlookup' || nameOf(first.offset) !== 'class')
      return null
    const type = this.of(first)
    return type && { start: type.start, steps: [...type.steps, 'new'] }
  }

  #member(object: Unbound | null, name: string | null): Unbound | null {
    if (name === null) return null
    return object
      ? { start: object.start, steps: [...object.steps, name] }
      : { start: { known: null }, steps: [name] }
  }

  #self(...steps: string[]): Unbound | null {
    const { self } = this.#reader
    return self === -1 ? null : { start: { known: self }, steps }
  }
}

/** In expressions a bare name in capitals is a constant. */
const isConstant = (name: string) => /^\\?[A-Z][A-Z\d_]+$/.test(name)

const global = (full: string): Unbound => ({ start: { known: `\\${full}` }, steps: [] })
