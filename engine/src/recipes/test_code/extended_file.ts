import MagicString from 'magic-string'
import type { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'
import type { TestStyle } from '../project/test_style.ts'
import type { Node } from '../syntax/parse.ts'
import { type ImportedName, type ImportLine, importCode } from './import_lines.ts'
import { groupsCode, type TestGroup } from './test_file.ts'

/**
 * An existing test file with tests added at its end. Existing lines stay as they are, but for
 * names added to an import that is already there.
 */
export function extendedTestFile(
  existing: SourceModule,
  imports: readonly ImportLine[],
  groups: readonly TestGroup[],
  style: TestStyle
): string {
  const text = new MagicString(existing.text)
  const added: string[] = []
  for (const line of imports) {
    const missing = line.names.filter(({ local }) => !existing.scopes.root.names.has(local))
    if (missing.length === 0) continue
    if (!addToImport(text, existing, line.specifier, missing, style.esm))
      added.push(importCode({ ...line, names: missing }, style.esm, style.code))
  }
  if (added.length > 0) insertImports(text, existing, added, style)
  const gap = existing.text.endsWith('\n') ? '\n' : '\n\n'
  return `${text.toString()}${gap}${groupsCode(groups, style)}`
}

function addToImport(
  text: MagicString,
  { imports, loads, parents }: SourceModule,
  specifier: string,
  names: readonly ImportedName[],
  esm: boolean
): boolean {
  if (names.some(({ imported }) => imported === 'default')) return false
  const code = names
    .map(({ imported, local }) => (imported === local ? local : `${imported}${esm ? ' as ' : ': '}${local}`))
    .join(', ')
  const after = esm
    ? lastSpecifier(imports, specifier)
    : lastProperty(loads.find((load) => load.specifier === specifier)?.node, parents)
  if (after) text.appendLeft(after.end, `, ${code}`)
  return after !== null
}

function lastSpecifier(imports: SourceModule['imports'], specifier: string): Node | null {
  return (
    imports.findLast(
      (entry) =>
        entry.specifier === specifier &&
        entry.node.type === 'ImportSpecifier' &&
        entry.statement.importKind !== 'type'
    )?.node ?? null
  )
}

function lastProperty(load: Node | undefined, parents: SourceModule['parents']): Node | null {
  const declarator = load && parents.get(load)
  const pattern = declarator?.type === 'VariableDeclarator' ? declarator.id : null
  return pattern?.type === 'ObjectPattern' ? (pattern.properties.at(-1) ?? null) : null
}

function insertImports(
  text: MagicString,
  { program, text: source }: SourceModule,
  lines: readonly string[],
  style: TestStyle
): void {
  const isImport = (node: Node) =>
    node.type === 'ImportDeclaration' ||
    (node.type === 'VariableDeclaration' && /\brequire\(/.test(source.slice(node.start, node.end)))
  const last = program.body.filter(isImport).at(-1)
  const code = lines.map((line) => line + (style.code.semicolons ? ';' : ''))
  if (last) text.appendLeft(last.end, `\n${code.join('\n')}`)
  else text.prepend(`${code.join('\n')}\n\n`)
}

/** The name a file knows an export by, or a free one to import it under. */
export function localNameIn(
  existing: SourceModule | null,
  repository: Repository,
  path: string,
  imported: string,
  wanted: string
): string {
  if (!existing) return wanted
  const known = existing.imports.find(
    (entry) => entry.imported === imported && repository.resolve(existing.path, entry.specifier) === path
  )
  if (known) return known.binding.name
  const { names } = existing.scopes.root
  const own = names.get(wanted)
  const required = own?.declarations[0]?.parent
  if (
    !own ||
    (required?.type === 'VariableDeclarator' &&
      /\brequire\(/.test(existing.text.slice(required.start, required.end)))
  )
    return wanted
  return `${wanted}UnderTest`
}
