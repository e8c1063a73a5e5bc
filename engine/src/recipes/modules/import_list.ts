import type { Node } from '../syntax/parse.ts'
import type { Binding } from '../syntax/scope.ts'

import type { ParsedModule } from './parsed_module.ts'

/** A name bound by an `import` declaration. `imported` is the exporter's name, `default` or `*`. */
export interface ModuleImport {
  specifier: string
  imported: string
  binding: Binding
  typeOnly: boolean
  node: Extract<Node, { type: 'ImportSpecifier' | 'ImportDefaultSpecifier' | 'ImportNamespaceSpecifier' }>
  statement: Extract<Node, { type: 'ImportDeclaration' }>
}

/** The text of an identifier or of a string that names an export. */
export function exportName(node: Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' ? String(node.value) : ''
}

/** Names bound by `import … from` declarations. */
export function importsOf({ program, scopes }: ParsedModule): ModuleImport[] {
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration') return []
    return statement.specifiers.flatMap((node) => {
      const binding = scopes.root.names.get(node.local.name)
      if (!binding) return []
      const imported =
        node.type === 'ImportSpecifier'
          ? exportName(node.imported)
          : node.type === 'ImportDefaultSpecifier'
            ? 'default'
            : '*'
      const typeOnly =
        statement.importKind === 'type' || (node.type === 'ImportSpecifier' && node.importKind === 'type')
      return [{ specifier: statement.source.value, imported, binding, typeOnly, node, statement }]
    })
  })
}
