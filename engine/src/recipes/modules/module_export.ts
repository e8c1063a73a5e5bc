import type { Node } from '../syntax/parse.ts'
import type { Binding } from '../syntax/scope.ts'

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
