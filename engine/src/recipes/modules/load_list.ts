import { walk } from '../syntax/children.ts'
import type { Node } from '../syntax/parse.ts'
import type { ParsedModule } from './parsed_module.ts'

/** A module asked for by `require('…')`, `import('…')` or the type `import('…')`. */
export interface ModuleLoad {
  specifier: string
  node: Extract<
    Node,
    { type: 'CallExpression' | 'ImportExpression' | 'TSImportType' | 'TSExternalModuleReference' }
  >
}

function specifierOf(node: Node): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

/** Loads by a literal name, in source order. */
export function loadsOf({ program }: Pick<ParsedModule, 'program'>): ModuleLoad[] {
  const loads: ModuleLoad[] = []
  const add = (source: Node | undefined, node: ModuleLoad['node']) => {
    const specifier = source ? specifierOf(source) : null
    if (specifier !== null) loads.push({ specifier, node })
  }
  walk(program, (node) => {
    if (node.type === 'ImportExpression' || node.type === 'TSImportType') add(node.source, node)
    else if (node.type === 'TSExternalModuleReference') add(node.expression, node)
    else if (
      node.type === 'CallExpression' &&
      node.callee.type === 'Identifier' &&
      node.callee.name === 'require'
    ) {
      add(node.arguments[0], node)
    }
  })
  return loads
}
