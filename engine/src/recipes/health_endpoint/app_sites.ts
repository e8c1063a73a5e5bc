import { isTestFile } from '../../analyzers/test_files.ts'
import type { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'
import type { Node } from '../syntax/parse.ts'
import type { Binding } from '../syntax/scope.ts'
import { type Framework, frameworks } from './frameworks.ts'

/** Where an application object is made. */
export interface AppSite {
  kind: 'site'
  framework: Framework
  module: SourceModule
  app: Binding
  /** The statement that makes it, and those beside it. */
  statement: Node
  statements: readonly Node[]
  /** The function that makes it; null at the file's top level. */
  factory: Node | null
}

/** Every place that makes an application of a framework the repository depends on. */
export function appSites(repository: Repository): AppSite[] {
  return repository.paths
    .filter((path) => !isTestFile(path))
    .flatMap((path) => {
      const text = repository.read(path) ?? ''
      const names = (Object.keys(frameworks) as Framework[]).filter((name) =>
        text.includes(frameworks[name].package)
      )
      const module = names.length > 0 ? repository.module(path) : null
      return module ? names.flatMap((name) => sitesIn(module, name)) : []
    })
}

function sitesIn(module: SourceModule, framework: Framework): AppSite[] {
  return module.scopes.bindings.flatMap((app) => {
    const declarator = app.declarations[0]?.parent
    if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return []
    const callee = declarator.init ? constructorOf(declarator.init) : null
    if (!callee || !isFrom(module, callee, framework)) return []
    const statement = module.parents.get(declarator)
    const home =
      statement &&
      (module.parents.get(statement)?.type === 'ExportNamedDeclaration'
        ? module.parents.get(statement)!
        : statement)
    const list = home && module.parents.get(home)
    if (!home || !list || !('body' in list) || !Array.isArray(list.body)) return []
    const factory = list.type === 'Program' ? null : (module.parents.get(list) ?? null)
    return [
      { kind: 'site', framework, module, app, statement: home, statements: list.body as Node[], factory },
    ]
  })
}

/** What is called at the start of `new Hono().get(…).get(…)`. */
function constructorOf(node: Node): Node | null {
  if (node.type === 'NewExpression') return node.callee
  if (node.type === 'AwaitExpression') return constructorOf(node.argument)
  if (node.type !== 'CallExpression') return null
  if (node.callee.type === 'MemberExpression') return constructorOf(node.callee.object)
  return node.callee
}

function isFrom(module: SourceModule, callee: Node, framework: Framework): boolean {
  if (callee.type !== 'Identifier') return false
  const binding = module.scopes.root.names.get(callee.name)
  const entry = module.imports.find((item) => item.binding === binding)
  if (entry)
    return (
      entry.specifier === frameworks[framework].package &&
      (entry.imported === 'default' || frameworks[framework].constructor.test(entry.imported))
    )
  return module.loads.some((load) => {
    const declarator = load.specifier === frameworks[framework].package ? module.parents.get(load.node) : null
    return (
      declarator?.type === 'VariableDeclarator' &&
      (binding?.declarations.some(({ parent }) => parent === declarator) ?? false)
    )
  })
}

/** The calls `app.name(…)` among the statements beside the app. */
export function callsOn({
  app,
  statements,
}: AppSite): { name: string; statement: Node; args: readonly Node[] }[] {
  return statements.flatMap((statement) => {
    const expression = statement.type === 'ExpressionStatement' ? statement.expression : null
    const call = expression?.type === 'AwaitExpression' ? expression.argument : expression
    if (call?.type !== 'CallExpression') return []
    const { callee } = call
    if (callee.type === 'Identifier') {
      const passed = call.arguments.some((arg) => arg.type === 'Identifier' && arg.name === app.name)
      return passed ? [{ name: '(passed)', statement, args: call.arguments }] : []
    }
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return []
    return rootName(callee.object) === app.name
      ? [{ name: callee.property.name, statement, args: call.arguments }]
      : []
  })
}

function rootName(node: Node): string | null {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'CallExpression') return rootName(node.callee)
  return node.type === 'MemberExpression' ? rootName(node.object) : null
}
