import type { SyntaxNode } from '@lezer/common'
import { type FileReader, firstParagraph, signatureOf } from '../facts/file_reader.ts'
import type { Unbound } from '../facts/scopes.ts'
import { Chains } from './chains.ts'
import { annotated, argumentsOf, childrenOf, importParts, parametersOf, stringOf } from './syntax.ts'
import { Values } from './values.ts'

/** Goes through a Python file and notes what it declares and what it refers to. */
export class Walker {
  readonly reader: FileReader
  readonly values: Values
  readonly #chains: Chains
  /** Entity of the class whose body is being walked; -1 outside of one. */
  #classBody = -1
  #depth = 0

  constructor(reader: FileReader) {
    this.reader = reader
    this.values = new Values(reader)
    this.#chains = new Chains(reader, this.values)
  }

  readonly visit = (node: SyntaxNode): void => {
    switch (node.name) {
      case 'ImportStatement':
        this.#import(node)
        return
      case 'DecoratedStatement': {
        const declaration = node.lastChild
        const decorators = node.getChildren('Decorator')
        if (declaration?.name === 'FunctionDefinition') this.#function(declaration, node, decorators)
        else if (declaration?.name === 'ClassDefinition') this.#class(declaration, node, decorators)
        return
      }
      case 'FunctionDefinition':
        this.#function(node, node, [])
        return
      case 'ClassDefinition':
        this.#class(node, node, [])
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
        this.#scope(node.getChild('ParamList'), () => {
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
        this.reader.refer('reference', { start: { name: this.#text(node) }, steps: [] }, node.from)
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

  #import(node: SyntaxNode): void {
    const { reader } = this
    const { from, names, star } = importParts(node, reader.text)
    if (from === '') {
      for (const { name, alias, at } of names) {
        const module = reader.importOf(name, at, 'static')
        const first = name.split('.')[0]!
        const whole = alias === null && first !== name ? reader.importOf(first, at, 'static') : module
        this.#declare(alias ?? first, reader.binding(whole, '*'))
      }
      return
    }
    const module = reader.importOf(from, node.from, 'static')
    if (star) reader.facts.stars.push(module)
    for (const { name, alias } of names) this.#declare(alias ?? name, reader.binding(module, name))
  }

  #function(node: SyntaxNode, outer: SyntaxNode, decorators: SyntaxNode[]): void {
    const { reader } = this
    const nameNode = node.getChild('VariableName')
    if (!nameNode) return
    const name = this.#text(nameNode)
    const owner = this.#classBody
    const isEntity = owner !== -1 || this.#depth === 0
    if (!isEntity) {
      this.#declare(name, null)
      for (const decorator of decorators) this.#decorator(decorator, -1)
      this.#body(node, -1, false)
      return
    }
    const body = node.getChild('Body')
    const isTest = /^test/.test(name)
    const entity = reader.add({
      kind: isTest ? 'test' : owner === -1 ? 'function' : 'method',
      name: owner === -1 ? name : `${reader.facts.entities[owner]!.name}.${name}`,
      owner,
      start: outer.from,
      end: outer.to,
      signature: signatureOf(reader.text, node.from, body?.from ?? node.to),
      doc: this.#doc(body),
      exported: !/^_[^_]/.test(name),
    })
    if (owner === -1) this.#declare(name, { start: { known: entity }, steps: [] })
    const marks = decorators.map((decorator) => this.#text(decorator))
    reader.within(entity, () => {
      for (const decorator of decorators) this.#decorator(decorator, entity)
      const isMethod = owner !== -1 && !marks.some((mark) => /@staticmethod/.test(mark))
      const returned = this.#body(
        node,
        isMethod ? owner : -1,
        marks.some((mark) => /@classmethod/.test(mark))
      )
      if (returned === null) return
      reader.facts.entities[entity]!.returns = returned
      if (marks.some((mark) => /property$/.test(mark.trim()))) this.#field(owner, name, returned)
    })
  }

  #body(node: SyntaxNode, owner: number, isClassMethod: boolean): number | null {
    let slot: number | null = null
    const outer = this.#classBody
    const isEntityBody = this.#depth
    this.#classBody = -1
    this.#depth += 1
    const walk = () => {
      this.#scope(node.getChild('ParamList'), () => {
        const [first] = parametersOf(node.getChild('ParamList'), this.reader.text)
        if (owner !== -1 && first) {
          const steps = isClassMethod ? [] : ['new']
          this.reader.scopes.declare(first.name, { start: { known: owner }, steps })
        }
        const type = node.getChild('TypeDef')
        if (type) this.visit(type)
        const body = node.getChild('Body')
        if (body) for (const part of childrenOf(body)) this.visit(part)
        const last = body?.lastChild
        const given = last?.name === 'ReturnStatement' ? last.lastChild : null
        const returned = this.values.ofType(type) ?? this.values.of(given)
        slot = returned ? this.reader.scopes.refer(returned) : null
      })
    }
    if (owner === -1) walk()
    else this.reader.inClass(owner, walk)
    this.#depth = isEntityBody
    this.#classBody = outer
    return slot
  }

  #scope(parameters: SyntaxNode | null, walk: () => void): void {
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

  #class(node: SyntaxNode, outer: SyntaxNode, decorators: SyntaxNode[]): void {
    const { reader } = this
    const nameNode = node.getChild('VariableName')
    if (!nameNode) return
    const own = this.#text(nameNode)
    const body = node.getChild('Body')
    if (this.#depth > 0) {
      this.#declare(own, null)
      return
    }
    const owner = this.#classBody
    const entity = reader.add({
      kind: 'class',
      name: owner === -1 ? own : `${reader.facts.entities[owner]!.name}.${own}`,
      owner,
      start: outer.from,
      end: outer.to,
      signature: signatureOf(reader.text, node.from, body?.from ?? node.to),
      doc: this.#doc(body),
      exported: !own.startsWith('_'),
    })
    if (owner === -1) this.#declare(own, { start: { known: entity }, steps: [] })
    reader.within(entity, () => {
      for (const decorator of decorators) this.#decorator(decorator, entity)
      const bases = argumentsOf(node.getChild('ArgList'), reader.text)
      for (const { value } of bases) this.visit(value)
      const values = bases.filter(({ keyword }) => keyword === null).map(({ value }) => this.#base(value))
      reader.facts.entities[entity]!.extends = values.flatMap((value) =>
        value ? [reader.scopes.refer(value)] : []
      )
      const before = this.#classBody
      this.#classBody = entity
      reader.scopes.enter(false)
      if (body) for (const part of childrenOf(body)) this.visit(part)
      reader.scopes.leave()
      this.#classBody = before
    })
  }

  /** `Generic[T]` extends `Generic`. */
  #base(node: SyntaxNode): Unbound | null {
    return this.values.of(node.name === 'MemberExpression' && node.getChild('[') ? node.firstChild : node)
  }

  #decorator(node: SyntaxNode, on: number): void {
    const { reader } = this
    const value = this.values.ofDecorator(node)
    if (!value) return
    const list = node.getChild('ArgList')
    reader.refer(list ? 'call' : 'decorate', value, node.from)
    if (on !== -1) {
      const name = value.steps.at(-1) ?? ('name' in value.start ? value.start.name : '')
      const slot = reader.scopes.refer({ start: value.start, steps: value.steps.slice(0, -1) })
      const given = this.#chains.arguments(list)
      reader.facts.decorators.push({
        on,
        member: null,
        name,
        value: slot,
        arguments: given,
        line: reader.lines.at(node.from),
      })
    }
    if (list) for (const { value: argument } of argumentsOf(list, reader.text)) this.visit(argument)
  }

  #assign(node: SyntaxNode): void {
    const parts = childrenOf(node)
    const [target] = parts
    const type = node.getChild('TypeDef')
    const sign = parts.findIndex(({ name }) => name === 'AssignOp')
    const value = sign === -1 ? null : (parts[sign + 1] ?? null)
    if (type) this.visit(type)
    if (target?.name === 'VariableName' && parts.filter(({ name }) => name === ',').length === 0) {
      this.#variable(this.#text(target), node, type, value)
      return
    }
    if (target?.name === 'MemberExpression') this.#attribute(target, type, value)
    for (const [i, part] of parts.entries()) {
      if (i < sign && part.name === 'VariableName') this.#declare(this.#text(part), null)
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
    if (this.#classBody !== -1) {
      if (known) this.#field(this.#classBody, name, reader.scopes.refer(known))
      walk()
      return
    }
    if (this.#depth > 0) {
      this.#declare(name, known)
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
    this.#declare(name, { start: { known: entity }, steps: [] })
    reader.within(entity, walk)
  }

  /** `self.mailer = Mailer()` says what the class's field is. */
  #attribute(target: SyntaxNode, type: SyntaxNode | null, value: SyntaxNode | null): void {
    const { self } = this.reader
    const property = target.getChild('PropertyName')
    const object = target.firstChild
    const known = this.values.ofType(type) ?? this.values.of(value)
    const isSelf = object?.name === 'VariableName' && this.#text(object) === 'self'
    if (self !== -1 && isSelf && property && known)
      this.#field(self, this.#text(property), this.reader.scopes.refer(known))
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
            this.#declare(this.#text(name), node.name === 'WithStatement' ? managed : null)
        }
      } else this.visit(part)
      managed = part.name === 'as' ? managed : this.values.of(part)
      afterAs = part.name === 'as'
    }
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
          if (name.name === 'VariableName') scopes.declare(this.#text(name), null)
        }
      } else this.visit(part)
    }
    scopes.leave()
  }

  #call(node: SyntaxNode, assigned: string | null): void {
    const { reader } = this
    this.#chains.read(node, assigned)
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

  #field(owner: number, name: string, value: number): void {
    const fact = this.reader.facts.entities[owner]
    if (!fact) return
    fact.fields ??= []
    fact.fields.push([name, value])
  }

  /** Every name at a module's top level is one of its attributes. */
  #declare(name: string, value: Unbound | null): void {
    const { reader } = this
    reader.scopes.declare(name, value, true)
    if (this.#depth === 0 && this.#classBody === -1 && value) {
      reader.facts.exports.push([name, reader.scopes.refer(value)])
    }
  }

  #doc(body: SyntaxNode | null): string {
    const first = body?.getChild('ExpressionStatement')
    const text =
      first && first.prevSibling?.name === ':' ? stringOf(first.firstChild, this.reader.text) : null
    return text === null ? '' : firstParagraph(text)
  }

  #text(node: SyntaxNode): string {
    return this.reader.text.slice(node.from, node.to)
  }
}
