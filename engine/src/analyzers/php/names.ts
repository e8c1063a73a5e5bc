import type { FileReader } from '../facts/file_reader.ts'
import type { Node } from './syntax.ts'
import { child, list, nameOf, startOf } from './syntax.ts'

const builtIn = new Set(
  'string int float bool array object mixed void never null iterable callable self static parent true false resource'.split(
    ' '
  )
)

/** The names that a file may use: its namespace and its `use` statements. */
export class Names {
  readonly #reader: FileReader
  #namespace = ''
  readonly #classes = new Map<string, string>()
  readonly #functions = new Map<string, string>()
  readonly #imported = new Set<string>()

  constructor(reader: FileReader) {
    this.#reader = reader
  }

  enter(namespace: string): void {
    this.#namespace = namespace
    this.#classes.clear()
    this.#functions.clear()
  }

  use(group: Node): void {
    const prefix = nameOf(group.name)
    for (const item of list(group, 'items')) {
      const name = nameOf(item.name)
      if (name === null) continue
      const full = (prefix ? `${prefix}\\${name}` : name).replace(/^\\/, '')
      const kind = item.type ?? group.type
      const alias = nameOf(child(item, 'alias')) ?? full.slice(full.lastIndexOf('\\') + 1)
      if (kind === 'function') this.#functions.set(alias.toLowerCase(), full)
      else if (kind !== 'const') this.#classes.set(alias.toLowerCase(), full)
      if (kind !== 'const') this.#import(full, startOf(item))
    }
  }

  declared(name: string): string {
    return this.#namespace ? `${this.#namespace}\\${name}` : name
  }

  /** The full name of a class without a leading backslash; null for a built-in type. Counts as an import. */
  ofClass(name: string, offset: number): string | null {
    const full = this.#fullClass(name)
    if (full !== null) this.#import(full, offset)
    return full
  }

  ofFunction(name: string): string {
    if (name.startsWith('\\')) return name.slice(1)
    return (
      this.#functions.get(name.toLowerCase()) ??
      (name.includes('\\') ? this.#qualified(name) : this.declared(name))
    )
  }

  #fullClass(name: string): string | null {
    if (name.startsWith('\\')) return name.slice(1)
    if (builtIn.has(name.toLowerCase())) return null
    return name.includes('\\')
      ? this.#qualified(name)
      : (this.#classes.get(name.toLowerCase()) ?? this.declared(name))
  }

  #qualified(name: string): string {
    if (/^namespace\\/i.test(name)) return this.declared(name.slice('namespace\\'.length))
    const first = name.slice(0, name.indexOf('\\'))
    const known = this.#classes.get(first.toLowerCase())
    return known ? known + name.slice(first.length) : this.declared(name)
  }

  #import(full: string, offset: number): void {
    if (this.#imported.has(full)) return
    this.#imported.add(full)
    this.#reader.importOf(`\\${full}`, offset, 'static')
  }
}
