import type { ClassNode, Node } from '../../syntax/parse.ts'
import type { TypePlace, TypeValues } from './contract.ts'
import { interfaceMembers, literalsOf } from './object_types.ts'
import { rows } from './value_lists.ts'

/** Values of a type that the repository declares: alias, interface, enum, class or type parameter. */
export function declaredValues(
  values: TypeValues,
  name: Node,
  given: readonly Node[],
  place: TypePlace
): string[] {
  const parameter = name.type === 'Identifier' ? place.parameters.get(name.name) : undefined
  if (parameter) return values.of(parameter.type, { ...parameter.place, depth: place.depth })
  const found = values.declaration(name, place)
  if (!found) return name.type === 'Identifier' ? typeParameterValues(values, name.name, place) : []
  const { module, node } = found
  const inner = { ...place, module, parameters: parametersOf(node, given, place) }
  switch (node.type) {
    case 'TSTypeAliasDeclaration':
      return values.of(node.typeAnnotation, inner)
    case 'TSInterfaceDeclaration':
      return literalsOf(values, interfaceMembers(values, node, inner))
    case 'TSEnumDeclaration':
      if (!values.importable(module, found.name)) return []
      return node.body.members.flatMap(({ id }) =>
        id.type === 'Identifier' ? [`${found.name}.${id.name}`] : []
      )
    case 'ClassDeclaration':
      return values.importable(module, found.name) ? instances(values, node, found.name, inner) : []
    default:
      return []
  }
}

function parametersOf(node: Node, given: readonly Node[], place: TypePlace): TypePlace['parameters'] {
  const declared =
    'typeParameters' in node && node.typeParameters?.type === 'TSTypeParameterDeclaration'
      ? node.typeParameters.params
      : []
  return new Map(
    declared.flatMap((parameter, at) => {
      const type = given[at] ?? parameter.default ?? parameter.constraint
      return type ? [[parameter.name.name, { type, place }] as const] : []
    })
  )
}

/** A type parameter of the function itself: what it must extend, else plain numbers. */
function typeParameterValues(values: TypeValues, name: string, place: TypePlace): string[] {
  for (const binding of place.module.scopes.bindings) {
    const node = binding.name === name ? binding.declarations[0]?.parent : undefined
    if (node?.type !== 'TSTypeParameter') continue
    return node.constraint ? values.of(node.constraint, place) : ['1', '2', '3', values.text('a')]
  }
  return []
}

function instances(values: TypeValues, node: ClassNode, name: string, place: TypePlace): string[] {
  const maker = node.body.body.find(
    (member) => member.type === 'MethodDefinition' && member.kind === 'constructor'
  )
  const params = maker?.type === 'MethodDefinition' ? maker.value.params : []
  const columns = params.map((param, position) => {
    const inner = param.type === 'TSParameterProperty' ? param.parameter : param
    const target = inner.type === 'AssignmentPattern' ? inner.left : inner
    const annotation = 'typeAnnotation' in target ? target.typeAnnotation : null
    return annotation ? values.of(annotation as Node, { ...place, position }) : ['1', '2']
  })
  return rows(columns)
    .slice(0, 4)
    .map((row) => `new ${name}(${row.join(', ')})`)
}
