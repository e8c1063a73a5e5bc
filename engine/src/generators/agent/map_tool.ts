import type { WorkingTree } from '../change/working_tree.ts'
import type { CodeMap } from './code_map.ts'
import type { ToolInput } from './tools.ts'

const mostLines = 150

/** What the code graph says, in lines. */
export function askMap(map: CodeMap, tree: WorkingTree, { about, path, symbol }: ToolInput<'map'>): string {
  switch (about) {
    case 'file':
      return path ? aboutFile(map, path) : 'Say which `path`.'
    case 'callers':
      return symbol ? callersOf(map, tree, symbol, path) : 'Say which `symbol`.'
    case 'routes':
      return lines(map.routes()) || 'No routes were recognised.'
    case 'schema':
      return lines(map.schema()) || 'No database schema was recognised.'
  }
}

function lines(all: string[]): string {
  const rest = all.length - mostLines
  return [...all.slice(0, mostLines), ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n')
}

function aboutFile(map: CodeMap, path: string): string {
  const file = map.file(path)
  if (!file) return `The map has no file ${path}.`
  const declared = file.symbols.map(
    ({ name, kind, line, exported, signature }) =>
      `  ${line}: ${exported ? 'exported ' : ''}${kind} ${signature || name}`
  )
  const imports = file.imports.map(({ specifier, to }) => `  ${specifier}${to ? ` → ${to}` : ''}`)
  const importers = map.importersOf(path).map((importer) => `  ${importer.path}:${importer.line}`)
  const kind = `${file.language}, ${file.lines} lines${file.isTest ? ', a test' : ''}`
  return lines([
    `${path}: ${kind}`,
    'declares:',
    ...declared,
    'imports:',
    ...imports,
    'imported by:',
    ...importers,
  ])
}

/** What the graph knows; where it knows nothing, the lines with the name in files that can reach it. */
function callersOf(map: CodeMap, tree: WorkingTree, symbol: string, path: string | undefined): string {
  const declared = map.declarationsOf(symbol, path)
  const users = declared.flatMap((found) => map.usersOf(found))
  if (users.length > 0)
    return lines(users.map((user) => `${user.path}:${user.line} ${user.kind}, in ${user.by}`))
  const homes = path ? [path] : declared.map((found) => found.path)
  const word = symbol.slice(symbol.lastIndexOf('.') + 1)
  const mentions = [...new Set(homes.flatMap((home) => map.reachOf(home)))].flatMap((file) =>
    (tree.read(file)?.split('\n') ?? []).flatMap((line, index) =>
      line.includes(word) ? [`${file}:${index + 1}: ${line.trim().slice(0, 200)}`] : []
    )
  )
  if (mentions.length === 0) return `Nothing is known that uses ${symbol}.`
  return `No resolved use is known. Lines with "${word}" in files that can reach it:\n${lines(mentions)}`
}
