import type { Node } from '../syntax/parse.ts'
import type { Binding } from '../syntax/scope.ts'
import { commonjsExports } from './commonjs_exports.ts'
import { exportName } from './import_list.ts'
import type { ModuleExport } from './module_export.ts'
import type { ParsedModule } from './parsed_module.ts'

/** Everything a module offers, ES modules and CommonJS alike. */
export function exportsOf(module: ParsedModule): ModuleExport[] {
  const esm = module.program.body.flatMap((statement): ModuleExport[] => {
    switch (statement.type) {
      case 'ExportNamedDeclaration':
        return named(statement, module)
      case 'ExportDefaultDeclaration': {
        const id = identifierOf(statement.declaration)
        const binding = id ? (module.scopes.root.names.get(id) ?? null) : null
        return [{ kind: 'local', name: 'default', binding, node: statement.declaration, statement }]
      }
      case 'ExportAllDeclaration': {
        const shared = { specifier: statement.source.value, node: statement, statement }
        return [
          statement.exported
            ? { kind: 'namespace', name: exportName(statement.exported), ...shared }
            : { kind: 'all', ...shared },
        ]
      }
      default:
        return []
    }
  })
  return esm.length > 0 ? esm : commonjsExports(module)
}

function identifierOf(node: Node): string | null {
  if (node.type === 'Identifier') return node.name
  return 'id' in node && node.id && 'name' in node.id && typeof node.id.name === 'string'
    ? node.id.name
    : null
}

function named(
  statement: Extract<Node, { type: 'ExportNamedDeclaration' }>,
  module: ParsedModule
): ModuleExport[] {
  const { declaration, source, specifiers } = statement
  if (declaration) {
    return declaredBindings(declaration, module).map((binding) => ({
      kind: 'local',
      name: binding.name,
      binding,
      node: declaration,
      statement,
    }))
  }
  return specifiers.map((node): ModuleExport => {
    const name = exportName(node.exported)
    const imported = exportName(node.local)
    if (source) return { kind: 'from', name, imported, specifier: source.value, node, statement }
    return { kind: 'local', name, binding: module.scopes.root.names.get(imported) ?? null, node, statement }
  })
}

/** The bindings of the file's top level that a declaration introduces. */
export function declaredBindings(declaration: Node, { scopes }: Pick<ParsedModule, 'scopes'>): Binding[] {
  const within = ({ start }: { start: number }) => start >= declaration.start && start < declaration.end
  return [...scopes.root.names.values()].filter(({ declarations }) => declarations.some(within))
}
