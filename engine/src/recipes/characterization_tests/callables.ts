import type { ModuleExport } from '../modules/module_export.ts'
import type { SourceModule } from '../modules/source_module.ts'
import type { ClassNode, FunctionNode, Node } from '../syntax/parse.ts'

/** Something a test can call: an exported function, or a public member of an exported class. */
export interface Callable {
  module: SourceModule
  /** `clampRange`, `Range.contains`. */
  label: string
  /** The export it is reached by; `default` for a default export or `module.exports = …`. */
  exportName: string
  kind: 'function' | 'method' | 'static' | 'getter'
  member: string | null
  /** Parameters of the constructor first, then its own. */
  params: Node[]
  constructorParams: number
  /** What runs when it is called; only the maker of the function when that is all there is to see. */
  node: Node
  /** The class a method belongs to, whose constructor and fields run too. */
  owner: ClassNode | null
}

const maxMembers = 12

/** Everything a module exports that can be called. Re-exports are left to the module they come from. */
export function callablesOf(module: SourceModule): Callable[] {
  const seen = new Set<Node>()
  return module.exports.flatMap((entry): Callable[] => {
    if (!('name' in entry)) return []
    const node = implementationOf(module, entry)
    const name = nameOf(module, entry)
    if (node && seen.has(node)) return []
    if (node) seen.add(node)
    if (node && isClass(node)) return members(module, entry.name, name, node)
    const made = node ? { params: node.params, node } : madeFunction(entry)
    if (!made) return []
    return [
      {
        module,
        label: name,
        exportName: entry.name,
        kind: 'function',
        member: null,
        constructorParams: 0,
        owner: null,
        ...made,
      },
    ]
  })
}

function nameOf(module: SourceModule, entry: ModuleExport & { name: string }): string {
  if (entry.name !== 'default') return entry.name
  if ('binding' in entry && entry.binding) return entry.binding.name
  const words = module.path
    .split('/')
    .at(-1)!
    .replace(/\.[cm]?[jt]sx?$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const camel = words.map((word, at) => (at === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('')
  return /^[\p{L}_$]/u.test(camel) ? camel : `run${camel}`
}

/** `const name: (text: string) => number = memo(…)`: the annotation says how it is called. */
function madeFunction(entry: ModuleExport): { params: Node[]; node: Node } | null {
  const declarator = 'binding' in entry ? entry.binding?.declarations[0]?.parent : null
  if (declarator?.type !== 'VariableDeclarator' || !declarator.init || declarator.id.type !== 'Identifier')
    return null
  const type = declarator.id.typeAnnotation?.typeAnnotation
  return type?.type === 'TSFunctionType' ? { params: type.params, node: declarator.init } : null
}

function implementationOf(module: SourceModule, entry: ModuleExport): FunctionNode | ClassNode | null {
  if (entry.kind === 'local' || entry.kind === 'property') {
    for (const { parent } of entry.binding?.declarations ?? []) {
      const found = asCallable(parent.type === 'VariableDeclarator' ? parent.init : parent)
      if (found) return found
    }
  }
  if (entry.kind === 'local') return asCallable(entry.node)
  if (entry.kind !== 'property') return null
  if (entry.node.type === 'Property') return asCallable(entry.node.value)
  const assignment = module.parents.get(entry.node)
  return assignment?.type === 'AssignmentExpression' ? asCallable(assignment.right) : null
}

function isClass(node: FunctionNode | ClassNode): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression'
}

function asCallable(node: Node | null | undefined): FunctionNode | ClassNode | null {
  switch (node?.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return asCallable(node.expression)
    default:
      return null
  }
}

function members(module: SourceModule, exportName: string, name: string, owner: ClassNode): Callable[] {
  if ('abstract' in owner && owner.abstract) return []
  const methods = owner.body.body.flatMap((member) => (member.type === 'MethodDefinition' ? [member] : []))
  const maker = methods.find(({ kind }) => kind === 'constructor')
  // An inherited constructor's parameters are not read; without own ones such a class is made with none.
  const given = (maker?.value.params ?? []).map((param) =>
    param.type === 'TSParameterProperty' ? param.parameter : param
  )
  return methods
    .slice(0, maxMembers * 2)
    .flatMap((member): Callable[] => {
      const { key, value, kind, accessibility, computed } = member
      if (kind === 'constructor' || kind === 'set' || computed || key.type !== 'Identifier') return []
      if (accessibility === 'private' || accessibility === 'protected' || !value.body) return []
      const before = member.static ? [] : given
      return [
        {
          module,
          label: `${name}.${key.name}`,
          exportName,
          kind: kind === 'get' ? 'getter' : member.static ? 'static' : 'method',
          member: key.name,
          params: [...before, ...value.params],
          constructorParams: before.length,
          node: value,
          owner,
        },
      ]
    })
    .slice(0, maxMembers)
}

/** Source of a call, with the name the callable is imported under. */
export function callCode(callable: Callable, local: string, args: readonly string[]): string {
  const before = args.slice(0, callable.constructorParams).join(', ')
  const own = args.slice(callable.constructorParams).join(', ')
  switch (callable.kind) {
    case 'function':
      return `${local}(${own})`
    case 'static':
      return `${local}.${callable.member}(${own})`
    case 'method':
      return `new ${local}(${before}).${callable.member}(${own})`
    case 'getter':
      return `new ${local}(${before}).${callable.member}`
  }
}

/** The name tests import the callable's export under. */
export function importName({ label }: Callable): string {
  return label.split('.')[0]!
}

/** Stable across turns: the same snapshot gives the same keys. */
export function keyOf({ module, label, kind }: Callable): string {
  return `${module.path}#${kind}:${label}`
}
