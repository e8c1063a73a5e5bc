import type { SyntaxNode } from '@lezer/common'
import { type FileReader, signatureOf } from '../facts/file_reader.ts'
import type { Unbound } from '../facts/scopes.ts'
import { Chains } from './chains.ts'
import type { DeclarationWalker } from './declaration_walker.ts'
import { readClass, readFunction, readImport } from './declarations.ts'
import { annotated, argumentsOf, childrenOf, parametersOf, stringOf } from './syntax.ts'
import { Values } from './values.ts'

/** Attributes of classes whose text a framework's rule asks for. */
const keptLiterals = new Set(['__tablename__', 'db_table', 'abstract'])

/** Goes through a Python file and notes what it declares and what it refers to. */
export class Walker implements DeclarationWalker {
  readonly reader: FileReader
  readonly values: Values
  readonly chains: Chains
  classBody = -1
  depth = 0

  constructor(reader: FileReader) {
    this.reader = reader
    this.values = new Values(reader)
    this.chains = new Chains(reader, this.values)
  }

  readonly visit = (node: SyntaxNode): void => {
    switch (node.name) {
      case 'ImportStatement':
        readImport(this, node)
        return
      case 'DecoratedStatement': {
        const declaration = node.lastChild
        const decorators = node.getChildren('Decorator')
        if (declaration?.name === 'FunctionDefinition') readFunction(this, declaration, node, decorators)
        else if (declaration?.name === 'ClassDefinition') readClass(this, declaration, node, decorators)
        return
      }
      case 'FunctionDefinition':
        readFunction(this, node, node, [])
        return
      case 'ClassDefinition':
        readClass(this, node, node, [])
        return
      case 'AssignStatement':
        this.#assign(node)
        return
      case 'ForStatement':
      case 'WithStatement':
      case 'TryStatement':
        this.#binding(node)
        return
      case 'LambdaExpression':
        this.scope(node.getChild('ParamList'), () => {
          for (const part of childrenOf(node)) if (part.name !== 'ParamList') this.visit(part)
        })
        return
      case 'ArrayComprehensionExpression':
      case 'ComprehensionExpression':
      case 'DictionaryComprehensionExpression':
      case 'SetComprehensionExpression':
        this.#comprehension(node)
        return
      case 'CallExpression':
        this.#call(node, null)
        return
      case 'VariableName':
        this.reader.refer('reference', { start: { name: this.text(node) }, steps: [] }, node.from)
        return
      case 'MemberExpression': {
        const value = this.values.of(node)
        if (value) this.reader.refer('reference', value, node.from)
        this.#rest(node)
        return
      }
      case 'TypeDef': {
        const type = annotated(node)
        if (type) this.#type(type)
        return
      }
      default:
        for (const part of childrenOf(node)) this.visit(part)
    }
  }

  #assign(node: SyntaxNode): void {
    const parts = childrenOf(node)
    const [target] = parts
    const type = node.getChild('TypeDef')
    const sign = parts.findIndex(({ name }) => name === 'AssignOp')
    const value = sign === -1 ? null : (parts[sign + 1] ?? null)
    if (type) this.visit(type)
    if (target?.name === 'VariableName' && parts.filter(({ name }) => name === ',').length === 0) {
      this.#variable(this.text(target), node, type, value)
      return
    }
    if (target?.name === 'MemberExpression') this.#attribute(target, type, value)
    for (const [i, part] of parts.entries()) {
      if (i < sign && part.name === 'VariableName') this.declare(this.text(part), null)
      else if (part.name !== 'AssignOp' && part !== type && part !== target) this.visit(part)
    }
  }

  #variable(name: string, node: SyntaxNode, type: SyntaxNode | null, value: SyntaxNode | null): void {
    const { reader } = this
    const known = this.values.ofType(type) ?? this.values.of(value)
    const walk = () => {
      if (value?.name === 'CallExpression') this.#call(value, name)
      else if (value) this.visit(value)
    }
    if (this.classBody !== -1) {
      if (known) this.field(this.classBody, name, reader.scopes.refer(known))
      if (value && keptLiterals.has(name)) this.#literal(name, node, value)
      walk()
      return
    }
    if (this.depth > 0) {
      this.declare(name, known)
      walk()
      return
    }
    const literal = stringOf(value, reader.text)
    const entity = reader.add({
      kind: 'variable',
      name,
      start: node.from,
      end: node.to,
      signature: signatureOf(reader.text, node.from, Math.min(node.to, node.from + 100)),
      exported: !name.startsWith('_'),
      ...(literal === null ? {} : { literal: { text: literal } }),
    })
    if (known) reader.facts.entities[entity]!.means = reader.scopes.refer(known)
    this.declare(name, { start: { known: entity }, steps: [] })
    reader.within(entity, walk)
  }

  #literal(name: string, { from, to }: SyntaxNode, value: SyntaxNode): void {
    const { reader, classBody: owner } = this
    const text = stringOf(value, reader.text) ?? (value.name === 'Boolean' ? this.text(value) : null)
    if (text === null) return
    const whole = `${reader.facts.entities[owner]!.name}.${name}`
    reader.add({ kind: 'property', name: whole, owner, start: from, end: to, literal: { text } })
  }

  /** `self.mailer = Mailer()` says what the class's field is. */
  #attribute(target: SyntaxNode, type: SyntaxNode | null, value: SyntaxNode | null): void {
    const { self } = this.reader
    const property = target.getChild('PropertyName')
    const object = target.firstChild
    const known = this.values.ofType(type) ?? this.values.of(value)
    const isSelf = object?.name === 'VariableName' && this.text(object) === 'self'
    if (self !== -1 && isSelf && property && known)
      this.field(self, this.text(property), this.reader.scopes.refer(known))
    else this.#rest(target)
  }

  #binding(node: SyntaxNode): void {
    let afterAs = false
    let isTarget = node.name === 'ForStatement'
    let managed: Unbound | null = null
    for (const part of childrenOf(node)) {
      if (part.name === 'in') isTarget = false
      const names = part.name === 'TupleExpression' ? childrenOf(part) : [part]
      const isName = (afterAs || isTarget) && names.some(({ name }) => name === 'VariableName')
      if (isName) {
        for (const name of names) {
          if (name.name === 'VariableName')
            this.declare(this.text(name), node.name === 'WithStatement' ? managed : null)
        }
      } else this.visit(part)
      managed = part.name === 'as' ? managed : this.values.of(part)
      afterAs = part.name === 'as'
    }
  }

  scope(parameters: SyntaxNode | null, walk: () => void): void {
    const { scopes } = this.reader
    scopes.enter(true)
    for (const { name, type, standard } of parametersOf(parameters, this.reader.text)) {
      scopes.declare(name, this.values.ofType(type))
      if (type) this.visit(type)
      if (standard) this.visit(standard)
    }
    walk()
    scopes.leave()
  }

  #comprehension(node: SyntaxNode): void {
    const { scopes } = this.reader
    scopes.enter(true)
    let isTarget = false
    for (const part of childrenOf(node)) {
      if (part.name === 'for') isTarget = true
      else if (part.name === 'in') isTarget = false
      else if (isTarget) {
        for (const name of part.name === 'VariableName' ? [part] : childrenOf(part)) {
          if (name.name === 'VariableName') scopes.declare(this.text(name), null)
        }
      } else this.visit(part)
    }
    scopes.leave()
  }

  #call(node: SyntaxNode, assigned: string | null): void {
    const { reader } = this
    this.chains.read(node, assigned)
    const callee = node.firstChild
    const value = this.values.of(callee)
    const at = callee?.getChild('PropertyName')?.from ?? node.from
    if (value) reader.refer('call', value, at)
    if (callee) this.#rest(callee)
    for (const { value: argument } of argumentsOf(node.getChild('ArgList'), reader.text)) this.visit(argument)
  }

  #rest(node: SyntaxNode): void {
    if (node.name === 'VariableName') return
    if (node.name !== 'MemberExpression') {
      this.visit(node)
      return
    }
    for (const part of childrenOf(node)) {
      if (part === node.firstChild || part.from === node.from) this.#rest(part)
      else if (part.name !== 'PropertyName') this.visit(part)
    }
  }

  #type(node: SyntaxNode): void {
    if (node.name === 'VariableName' || (node.name === 'MemberExpression' && !node.getChild('['))) {
      const value = this.values.of(node)
      if (value) this.reader.refer('type', value, node.from)
    } else if (node.name === 'String') {
      const value = this.values.ofType(node)
      if (value) this.reader.refer('type', { start: value.start, steps: value.steps.slice(0, -1) }, node.from)
    } else for (const part of childrenOf(node)) this.#type(part)
  }

  field(owner: number, name: string, value: number): void {
    const fact = this.reader.facts.entities[owner]
    if (!fact) return
    fact.fields ??= []
    fact.fields.push([name, value])
  }

  declare(name: string, value: Unbound | null): void {
    const { reader } = this
    reader.scopes.declare(name, value, true)
    if (this.depth === 0 && this.classBody === -1 && value) {
      reader.facts.exports.push([name, reader.scopes.refer(value)])
    }
  }

  text(node: SyntaxNode): string {
    return this.reader.text.slice(node.from, node.to)
  }
}
