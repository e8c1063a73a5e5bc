import { isUsableName } from '../../syntax/names.ts'
import type { Node } from '../../syntax/parse.ts'
import type { TypePlace, TypeValues } from './contract.ts'

export interface Member {
  name: string
  optional: boolean
  values: string[]
}

/** Object literals of a type: one with all members, then each member varied or left out. */
export function objectValues(values: TypeValues, type: Node, place: TypePlace): string[] {
  const record = recordKeys(values, type, place)
  if (record) return record
  return literalsOf(values, membersOf(values, type, place))
}

export function literalsOf(values: TypeValues, members: readonly Member[] | null): string[] {
  if (!members || members.some(({ optional, values: options }) => !optional && options.length === 0))
    return []
  const usable = members.filter(({ values: options }) => options.length > 0)
  const base = usable.map((member) => ({ name: member.name, code: member.values[0]! }))
  const required = base.filter((_, at) => !usable[at]!.optional)
  const without = usable.flatMap(({ optional }, at) => (optional ? [base.toSpliced(at, 1)] : []))
  const varied = usable.flatMap((member, at) =>
    member.values.slice(1, 4).map((code) => base.with(at, { name: member.name, code }))
  )
  return [...new Set([base, required, ...varied, ...without].map((entries) => literal(values, entries)))]
}

function literal(values: TypeValues, entries: readonly { name: string; code: string }[]): string {
  if (entries.length === 0) return '{}'
  return `{ ${entries.map(({ name, code }) => `${propertyCode(values, name)}: ${code}`).join(', ')} }`
}

function propertyCode(values: TypeValues, name: string): string {
  return isUsableName(name) || /^\d+$/.test(name) ? name : values.text(name)
}

/** Members of an object type; null when it is not one. */
export function membersOf(values: TypeValues, type: Node, place: TypePlace): Member[] | null {
  switch (type.type) {
    case 'TSTypeLiteral':
      return signatures(values, type.members, place)
    case 'TSInterfaceBody':
      return signatures(values, type.body, place)
    case 'TSIntersectionType': {
      const parts = type.types.map((part) => membersOf(values, part, place))
      return parts.every((part) => part !== null) ? parts.flat() : null
    }
    case 'TSTypeReference':
      return referenced(values, type, place)
    default:
      return null
  }
}

function signatures(values: TypeValues, members: readonly Node[], place: TypePlace): Member[] {
  return members.flatMap((member, at): Member[] => {
    const position = place.position + at
    if (member.type === 'TSMethodSignature' && member.key.type === 'Identifier') {
      return [{ name: member.key.name, optional: member.optional, values: ['() => undefined'] }]
    }
    if (member.type !== 'TSPropertySignature' || member.computed) return []
    const name =
      member.key.type === 'Identifier'
        ? member.key.name
        : member.key.type === 'Literal'
          ? String(member.key.value)
          : null
    const options = member.typeAnnotation ? values.of(member.typeAnnotation, { ...place, position }) : []
    return name === null ? [] : [{ name, optional: member.optional, values: options }]
  })
}

function referenced(
  values: TypeValues,
  type: Extract<Node, { type: 'TSTypeReference' }>,
  place: TypePlace
): Member[] | null {
  const [first, second] = type.typeArguments?.params ?? []
  const name = type.typeName.type === 'Identifier' ? type.typeName.name : ''
  const inner = first ? () => membersOf(values, first, place) : () => null
  const named = () =>
    new Set(second ? values.of(second, place).map((code) => code.replace(/^['"]|['"]$/g, '')) : [])
  if (name === 'Partial') return inner()?.map((member) => ({ ...member, optional: true })) ?? null
  if (name === 'Required') return inner()?.map((member) => ({ ...member, optional: false })) ?? null
  if (name === 'Readonly') return inner()
  if (name === 'Pick') return inner()?.filter((member) => named().has(member.name)) ?? null
  if (name === 'Omit') return inner()?.filter((member) => !named().has(member.name)) ?? null
  const found = values.declaration(type.typeName, place)
  if (found?.node.type === 'TSInterfaceDeclaration')
    return interfaceMembers(values, found.node, { ...place, module: found.module })
  if (found?.node.type === 'TSTypeAliasDeclaration')
    return membersOf(values, found.node.typeAnnotation, { ...place, module: found.module })
  return null
}

/** Own and inherited members of an interface. */
export function interfaceMembers(
  values: TypeValues,
  node: Extract<Node, { type: 'TSInterfaceDeclaration' }>,
  place: TypePlace
): Member[] {
  const inherited = node.extends.flatMap(({ expression }) => {
    const parent = values.declaration(expression, place)
    return parent?.node.type === 'TSInterfaceDeclaration' && place.depth < 6
      ? interfaceMembers(values, parent.node, { ...place, module: parent.module, depth: place.depth + 1 })
      : []
  })
  return [...inherited, ...signatures(values, node.body.body, place)]
}

/** `Record<K, V>` and mapped types over written-down keys. */
function recordKeys(values: TypeValues, type: Node, place: TypePlace): string[] | null {
  const isRecord =
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Record'
  const [key, value] = isRecord
    ? (type.typeArguments?.params ?? [])
    : type.type === 'TSMappedType'
      ? [type.constraint, type.typeAnnotation ?? undefined]
      : []
  if (!key || !value) return null
  const items = values.of(value, place)
  if (items.length === 0) return []
  if (key.type === 'TSStringKeyword' || key.type === 'TSNumberKeyword') {
    const names = key.type === 'TSStringKeyword' ? ['a', 'b'] : ['1', '2']
    return [
      `{ ${names.map((name, at) => `${name}: ${items[at % items.length]}`).join(', ')} }`,
      '{}',
      `{ ${names[0]}: ${items.at(-1)} }`,
    ]
  }
  const names = values.of(key, place).map((code) => code.replace(/^['"]|['"]$/g, ''))
  return literalsOf(
    values,
    names.map((name) => ({ name, optional: false, values: items }))
  )
}
