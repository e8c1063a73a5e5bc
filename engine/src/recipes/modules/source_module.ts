import { walk } from '../syntax/children.ts'
import { type Comment, type Node, type Program, parseSource } from '../syntax/parse.ts'
import type { Binding, ScopeTree } from '../syntax/scope.ts'
import { scopesOf } from '../syntax/scopes.ts'
import { exportsOf } from './export_list.ts'
import { importsOf } from './import_list.ts'
import { loadsOf, type ModuleLoad } from './load_list.ts'

/** A name bound by an `import` declaration. `imported` is the exporter's name, `default` or `*`. */
export interface ModuleImport {
  specifier: string
  imported: string
  binding: Binding
  typeOnly: boolean
  node: Extract<Node, { type: 'ImportSpecifier' | 'ImportDefaultSpecifier' | 'ImportNamespaceSpecifier' }>
  statement: Extract<Node, { type: 'ImportDeclaration' }>
}

/** A name a module offers. `property` is CommonJS: `module.exports = { name }` or `exports.name = …`. */
export type ModuleExport =
  | { kind: 'local'; name: string; binding: Binding | null; node: Node; statement: Node }
  | {
      kind: 'from'
      name: string
      imported: string
      specifier: string
      node: Extract<Node, { type: 'ExportSpecifier' }>
      statement: Node
    }
  | { kind: 'namespace'; name: string; specifier: string; node: Node; statement: Node }
  | { kind: 'all'; specifier: string; node: Node; statement: Node }
  | {
      kind: 'property'
      name: string
      binding: Binding | null
      node: Node
      statement: Node
      shorthand: boolean
    }

export interface SourceModule {
  path: string
  text: string
  program: Program
  comments: Comment[]
  scopes: ScopeTree
  imports: ModuleImport[]
  exports: ModuleExport[]
  /** `require()` and `import()` with a literal name. */
  loads: ModuleLoad[]
  parents: Map<Node, Node>
}

/** A file's syntax tree with what it imports, exports and binds; null when it cannot be parsed. */
export function readModule(path: string, text: string): SourceModule | null {
  try {
    return moduleOf(path, text)
  } catch (error) {
    // Code nested deeper than the stack goes is not written by people; it is left alone.
    if (error instanceof RangeError) return null
    throw error
  }
}

function moduleOf(path: string, text: string): SourceModule | null {
  const parsed = parseSource(path, text)
  if (!parsed) return null
  const scopes = scopesOf(parsed.program)
  const parents = new Map<Node, Node>()
  walk(parsed.program, (node, parent) => {
    if (parent) parents.set(node, parent)
  })
  const base = { path, text, ...parsed, scopes, parents }
  return { ...base, imports: importsOf(base), exports: exportsOf(base), loads: loadsOf(base) }
}

export type ParsedModule = Pick<SourceModule, 'program' | 'scopes' | 'parents'>
