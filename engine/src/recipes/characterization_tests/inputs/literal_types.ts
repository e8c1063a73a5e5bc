import type { Node } from '../../syntax/parse.ts'
import type { TypePlace, TypeValues } from './contract.ts'

/** Source of a literal type's one value. */
export function literalValue(node: Node, values: TypeValues): string[] {
  if (node.type === 'UnaryExpression') return literalValue(node.argument, values).map((code) => `-${code}`)
  if (node.type !== 'Literal') return []
  return [typeof node.value === 'string' ? values.text(node.value) : (node.raw ?? String(node.value))]
}

export function unquoted(code: string): string {
  return code.replace(/^['"]|['"]$/g, '')
}

/** Small functions of a function type. */
export function functionValues(
  type: Extract<Node, { type: 'TSFunctionType' }>,
  values: TypeValues,
  place: TypePlace
): string[] {
  const result = type.returnType?.typeAnnotation
  const first = type.params.length > 0 ? '(value)' : '()'
  if (result?.type === 'TSBooleanKeyword' || result?.type === 'TSTypePredicate')
    return [`${first} => ${type.params.length > 0 ? 'Boolean(value)' : 'true'}`, '() => false', '() => true']
  if (result?.type === 'TSNumberKeyword' && type.params.length >= 2)
    return ['(a, b) => a - b', '(a, b) => b - a']
  if (result?.type === 'TSVoidKeyword' || !result) return ['() => {}']
  const same = type.params.length > 0 ? ['(value) => value'] : []
  return [
    ...same,
    ...values
      .of(result, place)
      .slice(0, 2)
      .map((value) => `() => ${value.startsWith('{') ? `(${value})` : value}`),
  ]
}

/** Values of `typeof table`, `Table[keyof Table]` and `(typeof list)[number]`. */
export function constantValues(values: TypeValues, type: Node, place: TypePlace): string[] {
  const object = type.type === 'TSIndexedAccessType' ? type.objectType : type
  const query = object.type === 'TSParenthesizedType' ? object.typeAnnotation : object
  const found = query.type === 'TSTypeQuery' ? values.constant(query.exprName, place) : null
  if (!found || type.type !== 'TSIndexedAccessType') return []
  const members =
    found.node.type === 'ArrayExpression'
      ? found.node.elements
      : found.node.type === 'ObjectExpression'
        ? found.node.properties.map((property) => (property.type === 'Property' ? property.value : null))
        : []
  return members.flatMap((member) => (member?.type === 'Literal' ? literalValue(member, values) : []))
}
