import type { Class, ExportDefaultDeclaration, Node, Statement, VariableDeclarator } from 'oxc-parser'
import { signatureOf } from '../facts/file_reader.ts'
import type { Unbound } from '../facts/scopes.ts'
import type { Chains } from './chains.ts'
import { bodyOf, readClass } from './classes.ts'
import type { DeclarationContext } from './declaration_context.ts'
import type { Docs } from './docs.ts'
import { insidePattern, namesIn } from './patterns.ts'
import { isFunction, keyName, requiredSpecifier, textOf } from './syntax.ts'
import { lazyModule, type Values } from './values.ts'
import type { Walker } from './walker.ts'

/** Reads the declarations at the top level of a module. */
export class Declarations implements DeclarationContext {
  readonly walker: Walker
  readonly values: Values
  readonly docs: Docs
  readonly chains: Chains
  readonly text: string
  readonly isDeclarationFile: boolean

  constructor(parts: Omit<DeclarationContext, 'text'>) {
    this.walker = parts.walker
    this.values = parts.walker.values
    this.docs = parts.docs
    this.chains = parts.chains
    this.text = parts.walker.reader.text
    this.isDeclarationFile = parts.isDeclarationFile
  }

  /** @param outer the export statement around it, when there is one */
  read(statement: Statement, outer: Node = statement): boolean {
    switch (statement.type) {
      case 'FunctionDeclaration':
      case 'TSDeclareFunction': {
        if (!statement.id) return false
        const entity = this.#add('function', statement.id.name, outer, statement.body?.start)
        this.#functionOf(entity, statement)
        return true
      }
      case 'ClassDeclaration':
        this.class(statement.id?.name ?? 'default', statement, outer)
        return true
      case 'VariableDeclaration':
        for (const declarator of statement.declarations) {
          this.#variable(declarator, statement.declarations.length === 1 ? outer : declarator)
        }
        return true
      case 'TSTypeAliasDeclaration': {
        const entity = this.#add('type', statement.id.name, outer)
        this.walker.reader.within(entity, () => this.walker.visit(statement.typeAnnotation))
        return true
      }
      case 'TSInterfaceDeclaration': {
        const entity = this.#add('interface', statement.id.name, outer, statement.body.start)
        const { reader } = this.walker
        reader.within(entity, () => {
          const bases = statement.extends.flatMap(({ expression }) => this.values.of(expression) ?? [])
          if (bases.length > 0) {
            reader.facts.entities[entity]!.extends = bases.map((base) => reader.scopes.refer(base))
          }
          this.walker.visit(statement.body)
        })
        return true
      }
      case 'TSEnumDeclaration': {
        const entity = this.#add('enum', statement.id.name, outer, statement.body.start)
        this.walker.reader.within(entity, () => this.walker.visit(statement.body))
        return true
      }
      default:
        return false
    }
  }

  class(name: string, node: Class, outer: Node): number {
    const entity = this.#add('class', name, outer, node.body.start)
    readClass(this, entity, node)
    return entity
  }

  /** Gives the entity that is exported, or null when the expression is only referred to. */
  default({ declaration }: ExportDefaultDeclaration, outer: Node): number | null {
    switch (declaration.type) {
      case 'ClassDeclaration':
      case 'ClassExpression':
        return this.class(declaration.id?.name ?? 'default', declaration, outer)
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression': {
        const entity = this.#add('function', declaration.id?.name ?? 'default', outer, bodyOf(declaration))
        this.#functionOf(entity, declaration)
        return entity
      }
      case 'TSInterfaceDeclaration':
        this.read(declaration, outer)
        return null
      case 'ObjectExpression':
      case 'CallExpression':
      case 'NewExpression': {
        const entity = this.#add('variable', 'default', outer, declaration.start + 60)
        this.value(entity, declaration)
        return entity
      }
      default:
        return null
    }
  }

  /** What a variable holds: methods of an object become entities of their own. */
  value(entity: number, node: Node): void {
    const { reader } = this.walker
    const fact = reader.facts.entities[entity]!
    reader.within(entity, () => {
      if (node.type === 'ClassExpression') readClass(this, entity, node)
      else if (isFunction(node)) this.#functionOf(entity, node)
      else if (node.type === 'ObjectExpression') this.#objectMembers(entity, node)
      else {
        const value = this.values.of(node)
        if (value) fact.means = reader.scopes.refer(value)
        this.walker.visit(node)
      }
    })
  }

  #variable({ id, init, start, end }: VariableDeclarator, outer: Node): void {
    const { scopes } = this.walker.reader
    const alias = this.#aliasOf(id, init, outer)
    const named = [...namesIn(id, alias)]
    for (const inner of insidePattern(id)) this.walker.visit(inner)
    for (const { name, value, annotation } of named) {
      if (alias) {
        scopes.declare(name, value)
        continue
      }
      const plain = id.type === 'Identifier'
      const isClass = plain && init?.type === 'ClassExpression'
      const kind = isClass ? 'class' : plain && isFunction(init) ? 'function' : 'variable'
      const entity = this.#add(
        kind,
        name,
        named.length === 1 ? outer : { start, end },
        init ? headEnd(init) : end
      )
      const type = this.values.ofType(annotation)
      if (type) this.walker.reader.facts.entities[entity]!.means = scopes.refer(type)
      const text = plain ? textOf(init) : null
      if (text !== null) this.walker.reader.facts.entities[entity]!.literal = { text }
      if (plain && init) this.value(entity, init)
    }
    if (init && (id.type !== 'Identifier' || (alias && init.type === 'CallExpression')))
      this.walker.visit(init)
  }

  /** What names stand for that are only other names for something: no entities of their own. */
  #aliasOf(id: Node, init: Node | null, outer: Node): Unbound | null {
    const module =
      lazyModule(init, this.values) ?? (init && requiredSpecifier(init) ? this.values.module(init) : null)
    if (module || id.type === 'Identifier' || outer.type === 'ExportNamedDeclaration') return module
    return this.values.of(init)
  }

  #objectMembers(owner: number, node: Extract<Node, { type: 'ObjectExpression' }>): void {
    const { reader } = this.walker
    for (const property of node.properties) {
      const name = property.type === 'Property' ? keyName(property.key, property.computed) : null
      if (property.type !== 'Property' || name === null) {
        this.walker.visit(property)
        continue
      }
      const { value } = property
      const ownerName = reader.facts.entities[owner]!.name
      if (value.type === 'ObjectExpression' && value.properties.some(isWorthAnEntity)) {
        const { start, end } = property
        const exported = true
        this.value(
          reader.add({ kind: 'variable', name: `${ownerName}.${name}`, owner, start, end, exported }),
          value
        )
      } else if (isFunction(value) && !lazyModule(value, this.values)) {
        const signature = signatureOf(this.text, property.start, bodyOf(value))
        const { start, end } = property
        const doc = this.docs.before(start)
        const exported = true
        const method = reader.add({
          kind: 'method',
          name: `${ownerName}.${name}`,
          owner,
          start,
          end,
          signature,
          doc,
          exported,
        })
        this.#functionOf(method, value)
      } else {
        const known = lazyModule(value, this.values) ?? this.values.of(value)
        const fact = reader.facts.entities[owner]!
        fact.fields ??= []
        if (known) fact.fields.push([name, reader.scopes.refer(known)])
        this.walker.visit(value)
      }
    }
  }

  #functionOf(entity: number, node: Node): void {
    const { reader } = this.walker
    if (!isFunction(node) && node.type !== 'FunctionDeclaration' && node.type !== 'TSDeclareFunction') return
    const walk = () => {
      const returned = this.walker.function(node as Parameters<Walker['function']>[0])
      if (returned !== null) reader.facts.entities[entity]!.returns = returned
    }
    reader.within(entity, () => (node.type === 'ArrowFunctionExpression' ? walk() : reader.inClass(-1, walk)))
  }

  #add(
    kind: 'function' | 'class' | 'type' | 'interface' | 'enum' | 'variable',
    name: string,
    { start, end }: { start: number; end: number },
    headerEnd = end
  ): number {
    const { reader } = this.walker
    const signature = signatureOf(this.text, start, Math.min(end, headerEnd)).replace(/\s*[{=]>?\s*$/, '')
    const entity = reader.add({ kind, name, start, end, signature, doc: this.docs.before(start) })
    reader.scopes.declare(name, { start: { known: entity }, steps: [] })
    return entity
  }
}

/** Where a variable's value stops being part of its signature. */
function headEnd(init: Node): number {
  if (isFunction(init)) return bodyOf(init)
  if (init.type === 'ObjectExpression' || init.type === 'ClassExpression') return init.start
  return Math.min(init.end, init.start + 80)
}

/** Whether a property of an object can be called, so that a name can lead to it. */
function isWorthAnEntity(property: Node): boolean {
  return property.type === 'Property' && isFunction(property.value)
}
