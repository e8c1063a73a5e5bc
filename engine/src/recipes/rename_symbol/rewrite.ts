import MagicString from 'magic-string'
import { exportName } from '../modules/import_list.ts'
import { occurrencesOf } from '../syntax/scope.ts'
import { renameInComments } from './doc_mentions.ts'
import type { FileRenaming } from './renaming.ts'

/** The text of a file after the rename. */
export function rewrite(file: FileRenaming, from: string, to: string): string {
  const text = new MagicString(file.module.text)
  for (const { start, end } of file.keys.values()) {
    const { text: source } = file.module
    const quoted = /['"]/.test(source[start]!)
    text.update(
      start,
      quoted ? end : start + from.length,
      quoted ? `${source[start]}${to}${source[start]}` : to
    )
  }
  for (const binding of file.locals) {
    for (const place of occurrencesOf(binding)) {
      if (place.role === 'import' || place.role === 'export' || file.keys.has(place.start)) continue
      text.update(place.start, place.end, place.role === 'shorthand' ? `${place.name}: ${to}` : to)
    }
  }
  rewriteImports(file, text, to)
  rewriteExports(file, text, to)
  if (file.locals.size > 0) renameInComments(file.module, text, from, to)
  return text.toString()
}

function rewriteImports(file: FileRenaming, text: MagicString, to: string): void {
  for (const { node, binding } of file.module.imports) {
    const renamed = file.locals.has(binding)
    if (node.type !== 'ImportSpecifier' || !(renamed || file.outer.has(node))) continue
    const imported = file.outer.has(node) ? to : exportName(node.imported)
    const local = renamed ? to : node.local.name
    text.update(node.imported.start, node.local.end, imported === local ? local : `${imported} as ${local}`)
  }
}

function rewriteExports(file: FileRenaming, text: MagicString, to: string): void {
  for (const entry of file.module.exports) {
    const { node } = entry
    if (node.type !== 'ExportSpecifier') continue
    const outer = file.outer.has(node)
    const inner = 'binding' in entry && entry.binding !== null && file.locals.has(entry.binding)
    if (!outer && !inner) continue
    const before = { local: exportName(node.local), exported: exportName(node.exported) }
    // A re-export names the other module's export first; an own export names the binding first.
    const local = entry.kind === 'from' || inner ? to : before.local
    const keeps = entry.kind === 'from' ? before.exported !== before.local : !outer
    const exported = keeps ? before.exported : to
    text.update(node.local.start, node.exported.end, local === exported ? local : `${local} as ${exported}`)
  }
}
