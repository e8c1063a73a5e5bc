import { external, type Program, unresolved } from './program.ts'

/**
 * What a value turned out to be. `instance` tells `new Foo()` from `Foo`; `typed` that a declared or
 * constructed type was followed on the way.
 */
export type Meaning =
  | { is: 'entity'; entity: number; instance: boolean; typed: boolean }
  | { is: 'module'; file: number }
  | { is: 'external' }
  /** Something of this repository, most likely, but not which. `near` is the last entity on the way to it. */
  | { is: 'unknown'; name: string | null; near: number | null }

const outside: Meaning = { is: 'external' }
const nothing: Meaning = { is: 'unknown', name: null, near: null }
const deepest = 24

/** Follows values across files: exports, barrels, types of fields, results of calls, base classes. */
export class Evaluator {
  readonly #program: Program
  /** By the number of the file's first value plus the value's own. */
  readonly #values: (Meaning | undefined)[]
  readonly #firstValues: Int32Array
  /** By file, then by name. */
  readonly #exports: (Map<string, Meaning | null> | undefined)[]
  /** By file: the number of each exported name's value. */
  readonly #listed: (Map<string, number> | undefined)[]

  constructor(program: Program) {
    this.#program = program
    this.#firstValues = new Int32Array(program.files.length)
    let count = 0
    for (const [file, { facts }] of program.files.entries()) {
      this.#firstValues[file] = count
      count += facts.values.length
    }
    this.#values = new Array(count)
    this.#exports = new Array(program.files.length)
    this.#listed = new Array(program.files.length)
  }

  /** The meaning of a file's value. */
  value(file: number, number: number, depth = 0): Meaning {
    const place = this.#firstValues[file]! + number
    const known = this.#values[place]
    if (known) return known
    // A value that leads back to itself is found here while it is being followed.
    this.#values[place] = nothing
    const meaning = depth > deepest ? nothing : this.#follow(file, number, depth)
    this.#values[place] = meaning
    return meaning
  }

  /** What a variable stands for, when that is something with a name of its own. */
  behind(meaning: Meaning | null): Meaning | null {
    let at = meaning
    for (let hops = 0; at?.is === 'entity' && hops < 8; hops++) {
      const { fact, file } = this.#program.entities[at.entity]!
      if (fact.kind !== 'variable' || fact.means === undefined) return at
      const next = this.value(file, fact.means)
      if (next.is !== 'entity') return at
      at = next
    }
    return at
  }

  /** Base classes that lie in the repository, nearest first; `complete` says that none lies outside. */
  ancestors(entity: number): { entities: number[]; complete: boolean } {
    const entities: number[] = []
    let complete = true
    const queue = [entity]
    while (queue.length > 0 && entities.length < 40) {
      const { fact, file } = this.#program.entities[queue.shift()!]!
      for (const value of fact.extends ?? []) {
        const base = this.value(file, value)
        if (base.is !== 'entity') complete = false
        else if (!entities.includes(base.entity) && base.entity !== entity) {
          entities.push(base.entity)
          queue.push(base.entity)
        }
      }
    }
    return { entities, complete }
  }

  /** A module's export by its name, through barrels and re-exports; null when there is none. */
  export(file: number, name: string, depth = 0): Meaning | null {
    const exports = this.#exports[file] ?? new Map<string, Meaning | null>()
    this.#exports[file] = exports
    const known = exports.get(name)
    if (known !== undefined) return known
    exports.set(name, null)
    const found = depth > deepest ? null : this.#findExport(file, name, depth)
    exports.set(name, found)
    return found
  }

  #follow(file: number, number: number, depth: number): Meaning {
    const source = this.#program.files[file]!
    const value = source.facts.values[number]!
    let at = this.#start(file, value[0], depth)
    for (let number = 1; number < value.length; number++) {
      const step = value[number] as string
      if (at.is === 'external') return outside
      at =
        at.is === 'unknown'
          ? unknown(isName(step) ? step : at.name, at.near)
          : this.#step(at, step, depth + 1)
    }
    return at
  }

  #start(file: number, start: number | string | null, depth: number): Meaning {
    const { base, facts, targets } = this.#program.files[file]!
    if (start === null) return unknown(null, null)
    if (typeof start === 'string') return this.#globalName(start)
    if (start >= 0) return { is: 'entity', entity: base + start, instance: false, typed: false }
    const [importNumber, name] = facts.bindings[-start - 1]!
    const target = targets[importNumber]!
    if (target === external) return outside
    if (target === unresolved) return unknown(name === '*' ? null : name, null)
    if (name === '*') return { is: 'module', file: target }
    return this.export(target, name, depth + 1) ?? unknown(name, null)
  }

  /** A function that its namespace does not have is the global one, as PHP has it. */
  #globalName(written: string): Meaning {
    if (!written.startsWith('\\')) return outside
    const name = written.slice(1)
    const last = name.slice(name.lastIndexOf('\\') + 1)
    const entity = this.#program.global(name) ?? this.#globalFunction(last)
    if (entity !== undefined) return { is: 'entity', entity, instance: false, typed: false }
    return this.#program.isOwn(name) ? unknown(last, null) : outside
  }

  #globalFunction(name: string): number | undefined {
    const entity = this.#program.global(name)
    return entity !== undefined && this.#program.entities[entity]!.fact.kind === 'function'
      ? entity
      : undefined
  }

  #findExport(file: number, name: string, depth: number): Meaning | null {
    const { facts, targets } = this.#program.files[file]!
    const listed = this.#listedExports(file)
    const own = listed.get(name)
    if (own !== undefined) return this.value(file, own, depth + 1)
    const whole = listed.get('=')
    if (whole !== undefined) {
      const module = this.value(file, whole, depth + 1)
      return name === 'default' || name === '=' ? module : this.#step(module, name, depth + 1)
    }
    let fallback: Meaning | null = null
    for (const star of facts.stars) {
      const target = targets[star]!
      if (target < 0) fallback ??= target === external ? outside : unknown(name, null)
      else {
        const found = name === 'default' ? null : this.export(target, name, depth + 1)
        if (found && found.is !== 'external' && found.is !== 'unknown') return found
        fallback ??= found
      }
    }
    return fallback
  }

  /** The first of each name counts. */
  #listedExports(file: number): Map<string, number> {
    const known = this.#listed[file]
    if (known) return known
    const { exports } = this.#program.files[file]!.facts
    const listed = new Map(exports.toReversed())
    this.#listed[file] = listed
    return listed
  }

  #step(at: Meaning, step: string, depth: number): Meaning {
    switch (at.is) {
      case 'module':
        return this.#stepOfModule(at.file, step, depth)
      case 'entity':
        return depth > deepest ? unknown(step, at.entity) : this.#stepOfEntity(at, step, depth)
      default:
        return at
    }
  }

  #stepOfModule(file: number, step: string, depth: number): Meaning {
    if (step !== '()' && step !== 'new') {
      const found = this.export(file, step, depth)
      if (found) return found
      return this.#submodule(file, step) ?? unknown(step, null)
    }
    const whole = this.export(file, '=', depth) ?? this.export(file, 'default', depth)
    return whole ? this.#step(whole, step, depth + 1) : unknown(null, null)
  }

  /** In Python a package's attribute may be a module beneath it. */
  #submodule(file: number, name: string): Meaning | null {
    const { path, family } = this.#program.files[file]!
    if (family !== 'python' || !path.endsWith('__init__.py')) return null
    const folder = path.slice(0, -'__init__.py'.length)
    const found =
      this.#program.fileNumber(`${folder}${name}.py`) ??
      this.#program.fileNumber(`${folder}${name}/__init__.py`)
    return found === undefined ? null : { is: 'module', file: found }
  }

  #stepOfEntity(at: Extract<Meaning, { is: 'entity' }>, step: string, depth: number): Meaning {
    const { fact, file } = this.#program.entities[at.entity]!
    switch (fact.kind) {
      case 'class':
      case 'trait':
      case 'interface':
        return this.#stepOfClass(at, step, depth)
      case 'enum':
        return isName(step) ? { ...at, instance: true } : at
      case 'function':
      case 'method':
        if (step === 'bind' || step === 'call' || step === 'apply') return at
        if (fact.returns === undefined) return unknown(isName(step) ? step : null, at.entity)
        // A member of a getter's value reads like a member of the method itself.
        if (step !== '()') return this.#step(typed(this.value(file, fact.returns, depth)), step, depth + 1)
        return typed(this.value(file, fact.returns, depth))
      case 'variable':
      case 'property':
        return this.#stepOfVariable(at.entity, step, depth)
      default:
        return unknown(isName(step) ? step : null, at.entity)
    }
  }

  #stepOfVariable(entity: number, step: string, depth: number): Meaning {
    const { fact, file } = this.#program.entities[entity]!
    const member = this.#program.member(entity, step)
    if (member !== undefined) return { is: 'entity', entity: member, instance: false, typed: false }
    const field = fact.fields?.find(([name]) => name === step)
    if (field) return this.value(file, field[1], depth)
    if (fact.means === undefined) return unknown(isName(step) ? step : null, entity)
    const meant = typed(this.value(file, fact.means, depth))
    const next =
      meant.is === 'external' || meant.is === 'unknown' ? meant : this.#step(meant, step, depth + 1)
    return next.is === 'unknown' ? unknown(isName(step) ? step : next.name, next.near ?? entity) : next
  }

  #stepOfClass(at: Extract<Meaning, { is: 'entity' }>, step: string, depth: number): Meaning {
    if (step === 'new') return { ...at, instance: true }
    if (step === '()') return at.instance ? unknown(null, at.entity) : { ...at, instance: true }
    const { entities, complete } = this.ancestors(at.entity)
    if (step === 'super') {
      const [base] = entities
      if (base !== undefined) return { is: 'entity', entity: base, instance: true, typed: true }
      return complete ? unknown(null, at.entity) : outside
    }
    for (const entity of [at.entity, ...entities]) {
      const member = this.#program.member(entity, step)
      if (member !== undefined) return { is: 'entity', entity: member, instance: false, typed: at.instance }
      const { fact, file } = this.#program.entities[entity]!
      const field = fact.fields?.find(([name]) => name === step)
      if (field) return typed(this.value(file, field[1], depth))
    }
    return unknown(step, at.entity)
  }
}

const isName = (step: string) => step !== '()' && step !== 'new' && step !== 'super'

function unknown(name: string | null, near: number | null): Meaning {
  return name === null && near === null ? nothing : { is: 'unknown', name, near }
}

function typed(meaning: Meaning): Meaning {
  return meaning.is === 'entity' ? { ...meaning, typed: true } : meaning
}
