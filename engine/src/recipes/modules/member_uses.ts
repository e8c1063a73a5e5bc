import type { Node } from '../syntax/parse.ts'
import type { Binding } from '../syntax/scope.ts'
import { exportName } from './import_list.ts'
import type { ModuleLoad } from './load_list.ts'
import type { SourceModule } from './source_module.ts'

/** An exported name read off a module object; `local` is the variable a shorthand `{ name }` also declares. */
export interface MemberUse {
  name: string
  node: Node
  local: Binding | null
}

export interface MemberUses {
  uses: MemberUse[]
  /** The object also goes where its members can no longer be followed. */
  escapes: boolean
}

/** Which members are read off the module object that a namespace import or a variable holds. */
export function usesOfBinding(module: SourceModule, binding: Binding): MemberUses {
  const found = binding.references.map(({ node }) => usesOfExpression(module, node))
  return { uses: found.flatMap(({ uses }) => uses), escapes: found.some(({ escapes }) => escapes) }
}

/** Which members are read off a `require()` or `import()`. */
export function usesOfLoad(module: SourceModule, { node }: ModuleLoad): MemberUses {
  if (node.type === 'TSImportType') {
    const first = node.qualifier ? leftmost(node.qualifier) : null
    return first
      ? { uses: [{ name: exportName(first), node: first, local: null }], escapes: false }
      : { uses: [], escapes: true }
  }
  if (node.type === 'TSExternalModuleReference') return { uses: [], escapes: true }
  return usesOfExpression(module, node)
}

function leftmost(node: Node): Node {
  return node.type === 'TSQualifiedName' ? leftmost(node.left) : node
}

const escaping: MemberUses = { uses: [], escapes: true }

function usesOfExpression(module: SourceModule, node: Node): MemberUses {
  const parent = module.parents.get(node)
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return usesOfExpression(module, parent)
    case 'ExpressionStatement':
      return { uses: [], escapes: false }
    case 'MemberExpression':
      if (parent.object !== node || parent.computed) return escaping
      if (node.type === 'ImportExpression') return usesOfThen(module, parent)
      return {
        uses: [{ name: exportName(parent.property), node: parent.property, local: null }],
        escapes: false,
      }
    case 'JSXMemberExpression':
      return { uses: [{ name: parent.property.name, node: parent.property, local: null }], escapes: false }
    case 'TSQualifiedName':
      return parent.left === node
        ? { uses: [{ name: parent.right.name, node: parent.right, local: null }], escapes: false }
        : escaping
    case 'VariableDeclarator':
      return parent.init === node ? usesOfPattern(module, parent.id) : escaping
    default:
      return escaping
  }
}

function usesOfPattern(module: SourceModule, pattern: Node): MemberUses {
  if (pattern.type === 'Identifier') {
    const binding = bindingAt(module, pattern.start)
    return binding && binding.declarations.length === 1 ? usesOfBinding(module, binding) : escaping
  }
  if (pattern.type !== 'ObjectPattern') return escaping
  const uses = pattern.properties.flatMap((property): MemberUse[] =>
    property.type === 'Property' && !property.computed
      ? [
          {
            name: exportName(property.key),
            node: property.key,
            local: property.shorthand ? bindingAt(module, property.key.start) : null,
          },
        ]
      : []
  )
  return { uses, escapes: uses.length < pattern.properties.length }
}

/** `import('…').then((m) => m.name)` */
function usesOfThen(module: SourceModule, member: Extract<Node, { type: 'MemberExpression' }>): MemberUses {
  const call = module.parents.get(member)
  if (exportName(member.property) !== 'then' || call?.type !== 'CallExpression') return escaping
  const [callback] = call.arguments
  if (callback?.type !== 'ArrowFunctionExpression' || callback.params.length !== 1) return escaping
  return usesOfPattern(module, callback.params[0]!)
}

/** The binding that is declared at an offset. */
export function bindingAt({ scopes }: Pick<SourceModule, 'scopes'>, start: number): Binding | null {
  return (
    scopes.bindings.find(({ declarations }) => declarations.some((place) => place.start === start)) ?? null
  )
}
