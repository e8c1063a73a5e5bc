import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { invalid } from './fault.js'
import type { Params, Value } from './form.js'

/**
 * Checks requests against the parameter types of the official package, which are generated from Stripe's
 * own description of its API: what it does not know is refused as Stripe refuses it.
 */
const folder = dirname(createRequire(import.meta.url).resolve('stripe'))

type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration
type Scope = Map<string, Declaration>

const files = new Map<string, Scope>()

function collect(statements: readonly ts.Statement[], prefix: string, into: Scope) {
  for (const node of statements) {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      into.set(prefix + node.name.text, node)
    if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) {
      collect(node.body.statements, `${prefix}${node.name.text}.`, into)
    }
  }
}

function declarationsOf(file: string): Scope {
  const known = files.get(file)
  if (known) return known
  const path = join(folder, `${file}.d.ts`)
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)
  const scope: Scope = new Map()
  collect(source.statements, '', scope)
  files.set(file, scope)
  return scope
}

const nameIn = (name: ts.EntityName): string =>
  ts.isIdentifier(name) ? name.text : `${nameIn(name.left)}.${name.right.text}`

/** A name as it is seen from within a declaration: looked for there, then further out, then in what all share. */
function find(scope: Scope, from: string, name: string): [string, Declaration] | undefined {
  for (let outer = from; ; outer = outer.slice(0, Math.max(0, outer.lastIndexOf('.')))) {
    const full = outer ? `${outer}.${name}` : name
    const found = scope.get(full)
    if (found) return [full, found]
    if (!outer) break
  }
  const shared = declarationsOf('shared').get(name)
  return shared && [name, shared]
}

const unknown = (param: string) => invalid(`Received unknown parameter: ${param}`, param, 'parameter_unknown')
const absent = (param: string) => invalid(`Missing required param: ${param}.`, param, 'parameter_missing')
const wrong = (param: string) => invalid(`Invalid value for ${param}`, param)

const join2 = (path: string, key: string) => (path ? `${path}[${key}]` : key)

class Checker {
  constructor(private scope: Scope) {}

  members(name: string, node: ts.InterfaceDeclaration): Map<string, [ts.PropertySignature, string]> {
    const all = new Map<string, [ts.PropertySignature, string]>()
    for (const parent of node.heritageClauses?.flatMap((clause) => [...clause.types]) ?? []) {
      const found = find(this.scope, name, (parent.expression as ts.Identifier).text)
      if (found && ts.isInterfaceDeclaration(found[1])) {
        for (const [key, member] of this.members(found[0], found[1])) all.set(key, member)
      }
    }
    for (const member of node.members) {
      if (ts.isPropertySignature(member)) all.set((member.name as ts.Identifier).text, [member, name])
    }
    return all
  }

  object(name: string, node: ts.InterfaceDeclaration, value: Value, path: string) {
    if (node.members.some(ts.isIndexSignatureDeclaration)) return
    if (typeof value !== 'object' || Array.isArray(value)) throw wrong(path)
    const members = this.members(name, node)
    for (const [key, item] of Object.entries(value)) {
      const member = members.get(key)
      if (!member) throw unknown(join2(path, key))
      this.type(member[0].type!, member[1], item, join2(path, key))
    }
    for (const [key, [member]] of members) {
      if (!member.questionToken && !(key in value)) throw absent(join2(path, key))
    }
  }

  type(node: ts.TypeNode, from: string, value: Value, path: string): void {
    if (ts.isUnionTypeNode(node)) this.union(node, from, value, path)
    if (ts.isTypeReferenceNode(node)) this.reference(node, from, value, path)
    if (ts.isLiteralTypeNode(node)) {
      const literal = node.literal
      const text = ts.isStringLiteral(literal)
        ? literal.text
        : literal.kind === ts.SyntaxKind.NullKeyword
          ? ''
          : null
      if (text !== value) throw wrong(path)
    }
    if (node.kind === ts.SyntaxKind.NumberKeyword && !/^-?\d+(\.\d+)?$/.test(String(value))) throw wrong(path)
    if (node.kind === ts.SyntaxKind.BooleanKeyword && value !== 'true' && value !== 'false') throw wrong(path)
    if (node.kind === ts.SyntaxKind.StringKeyword && typeof value !== 'string') throw wrong(path)
  }

  union(node: ts.UnionTypeNode, from: string, value: Value, path: string) {
    let last: unknown = wrong(path)
    for (const option of node.types) {
      // What the package lets pass for the future, the API of today refuses.
      const open = ts.isTypeReferenceNode(option) && nameIn(option.typeName) === 'OtherString'
      if (open) continue
      try {
        this.type(option, from, value, path)
        return
      } catch (error) {
        last = error
      }
    }
    throw last
  }

  reference(node: ts.TypeReferenceNode, from: string, value: Value, path: string): void {
    const name = nameIn(node.typeName)
    const argument = node.typeArguments?.[0]
    if (name === 'Array') {
      if (!Array.isArray(value)) throw wrong(path)
      for (const [i, item] of value.entries()) this.type(argument!, from, item, join2(path, String(i)))
      return
    }
    if (name === 'Emptyable') {
      if (value !== '') this.type(argument!, from, value, path)
      return
    }
    if (name === 'Decimal') {
      if (!/^-?\d+(\.\d+)?$/.test(String(value))) throw wrong(path)
      return
    }
    const found = find(this.scope, from, name)
    if (!found) throw new Error(`the stand-in does not know the type ${name} of ${path}`)
    const [full, declaration] = found
    if (ts.isInterfaceDeclaration(declaration)) this.object(full, declaration, value, path)
    else this.type(declaration.type, full, value, path)
  }
}

/**
 * @param type `<file of the package>#<interface>`, e.g. `resources/Subscriptions#SubscriptionCreateParams`
 * @throws Fault as Stripe answers a parameter that is unknown, missing or of the wrong kind
 */
export function checkParameters(type: string, params: Params) {
  const [file, name] = type.split('#') as [string, string]
  const scope = declarationsOf(file)
  const declaration = scope.get(name)
  if (!declaration || !ts.isInterfaceDeclaration(declaration)) throw new Error(`the package has no ${type}`)
  new Checker(scope).object(name, declaration, params, '')
}
