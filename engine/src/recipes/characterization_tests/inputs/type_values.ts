import { behind, findExport } from '../../modules/find_export.ts'
import type { Repository } from '../../modules/repository.ts'
import type { SourceModule } from '../../modules/source_module.ts'
import { type CodeStyle, quoted } from '../../project/code_style.ts'
import type { Node } from '../../syntax/parse.ts'
import { builtinValues } from './builtin_types.ts'
import type { TypePlace, TypeValues } from './contract.ts'
import { declaredValues } from './declared_types.ts'
import { constantValues, functionValues, literalValue, unquoted } from './literal_types.ts'
import { objectValues } from './object_types.ts'
import { numberPool, stringPool } from './pools.ts'
import { arrays, interleaved, rows } from './value_lists.ts'

const maxValues = 16
const maxDepth = 4

/** Values of the types that a repository's code is written in. */
export class RepositoryTypeValues implements TypeValues {
  readonly repository: Repository
  readonly style: CodeStyle
  /** Exported names that values refer to, with the file each is imported from. */
  readonly needs = new Map<string, string>()

  constructor(repository: Repository, style: CodeStyle) {
    this.repository = repository
    this.style = style
  }

  of(type: Node, place: TypePlace): string[] {
    if (place.depth > maxDepth) return []
    const values = this.#all(type, { ...place, depth: place.depth + 1 })
    return [...new Set(values)].slice(0, place.depth === 0 ? maxValues * 2 : maxValues / 2)
  }

  text(value: string): string {
    return quoted(value, this.style)
  }

  #all(type: Node, place: TypePlace): string[] {
    switch (type.type) {
      case 'TSNumberKeyword':
        return numberPool(place.hints, place.position)
      case 'TSStringKeyword':
        return stringPool(place.hints, place.position, this.style)
      case 'TSBooleanKeyword':
        return ['true', 'false']
      case 'TSBigIntKeyword':
        return ['5n', '0n', '-1n']
      case 'TSNullKeyword':
        return ['null']
      case 'TSUndefinedKeyword':
      case 'TSVoidKeyword':
        return ['undefined']
      case 'TSUnknownKeyword':
      case 'TSAnyKeyword':
        return [
          ...numberPool(place.hints, place.position).slice(0, 4),
          ...stringPool(place.hints, 0, this.style).slice(0, 4),
          'true',
          'null',
          'undefined',
          '[]',
          '{}',
        ]
      case 'TSObjectKeyword':
        return ['{ a: 1, b: 2 }', '{}', '[]']
      case 'TSSymbolKeyword':
        return ["Symbol('s')"]
      case 'TSLiteralType':
        return literalValue(type.literal, this)
      default:
        return this.#composed(type, place)
    }
  }

  #composed(type: Node, place: TypePlace): string[] {
    switch (type.type) {
      case 'TSTypeAnnotation':
      case 'TSOptionalType':
      case 'TSParenthesizedType':
      case 'TSNamedTupleMember':
        return this.of('elementType' in type ? type.elementType : type.typeAnnotation, place)
      case 'TSUnionType':
        return interleaved(type.types.map((member) => this.of(member, place)))
      case 'TSArrayType':
        return arrays(this.of(type.elementType, { ...place, position: 0 }))
      case 'TSTupleType':
        return rows(
          type.elementTypes.map((element, position) => this.of(element, { ...place, position }))
        ).map((row) => `[${row.join(', ')}]`)
      case 'TSRestType':
        return this.of(type.typeAnnotation, place).map((value) => `...${value}`)
      case 'TSTypeOperator':
        return type.operator === 'keyof'
          ? this.keysOf(type.typeAnnotation, place).map((key) => this.text(key))
          : this.of(type.typeAnnotation, place)
      case 'TSFunctionType':
        return functionValues(type, this, place)
      case 'TSTypeLiteral':
      case 'TSIntersectionType':
      case 'TSMappedType':
        return objectValues(this, type, place)
      case 'TSTemplateLiteralType':
        return rows(type.types.map((part) => this.of(part, place).map(unquoted))).map((row) =>
          this.text(type.quasis.map((quasi, at) => quasi.value.cooked + (row[at] ?? '')).join(''))
        )
      case 'TSTypeReference':
        return (
          builtinValues(this, type, place) ??
          declaredValues(this, type.typeName, type.typeArguments?.params ?? [], place)
        )
      case 'TSTypeQuery':
      case 'TSIndexedAccessType':
        return constantValues(this, type, place)
      default:
        return []
    }
  }

  /** Property names of a type, as far as they are written down. */
  keysOf(type: Node, place: TypePlace): string[] {
    const table = type.type === 'TSTypeQuery' ? this.constant(type.exprName, place) : null
    if (table?.node.type === 'ObjectExpression') {
      return table.node.properties.flatMap((property) =>
        property.type === 'Property' && !property.computed && 'name' in property.key
          ? [String(property.key.name)]
          : property.type === 'Property' && property.key.type === 'Literal'
            ? [String(property.key.value)]
            : []
      )
    }
    const declared = type.type === 'TSTypeReference' ? this.declaration(type.typeName, place) : null
    const members =
      type.type === 'TSTypeLiteral'
        ? type.members
        : declared?.node.type === 'TSInterfaceDeclaration'
          ? declared.node.body.body
          : []
    if (members.length === 0 && declared?.node.type === 'TSTypeAliasDeclaration')
      return this.keysOf(declared.node.typeAnnotation, { ...place, module: declared.module })
    return members.flatMap((member) =>
      member.type === 'TSPropertySignature' && member.key.type === 'Identifier' ? [member.key.name] : []
    )
  }

  declaration(name: Node, place: TypePlace): { module: SourceModule; node: Node; name: string } | null {
    if (name.type !== 'Identifier') return null
    const binding = place.module.scopes.root.names.get(name.name)
    const origin = binding ? behind(this.repository, place.module, binding) : null
    const node = origin?.binding.declarations[0]?.parent
    return origin && node ? { module: origin.module, node, name: origin.binding.name } : null
  }

  constant(name: Node, place: TypePlace): { module: SourceModule; node: Node } | null {
    const found = this.declaration(name, place)
    let node: Node | null = found?.node.type === 'VariableDeclarator' ? found.node.init : null
    while (node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression') node = node.expression
    if (node?.type === 'CallExpression' && node.arguments.length === 1) node = node.arguments[0]!
    return found && node ? { module: found.module, node } : null
  }

  importable(module: SourceModule, name: string): boolean {
    if (!findExport(this.repository, module.path, name)) return false
    this.needs.set(name, module.path)
    return true
  }
}
