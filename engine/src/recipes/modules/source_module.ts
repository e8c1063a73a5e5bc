import { walk } from '../syntax/children.ts'
import { type Comment, type Node, parseSource } from '../syntax/parse.ts'
import { scopesOf } from '../syntax/scopes.ts'
import { exportsOf } from './export_list.ts'
import { importsOf, type ModuleImport } from './import_list.ts'
import { loadsOf, type ModuleLoad } from './load_list.ts'
import type { ModuleExport } from './module_export.ts'
import type { ParsedModule } from './parsed_module.ts'

export interface SourceModule extends ParsedModule {
  path: string
  text: string
  comments: Comment[]
  imports: ModuleImport[]
  exports: ModuleExport[]
  /** `require()` and `import()` with a literal name. */
  loads: ModuleLoad[]
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
