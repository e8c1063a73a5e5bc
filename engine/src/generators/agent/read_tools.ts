import type { WorkingTree } from '../change/working_tree.ts'
import type { ToolInput } from './tools.ts'

const mostLines = 400

export function readFile(tree: WorkingTree, { path, from = 1, to }: ToolInput<'read_file'>): string {
  const text = tree.read(path)
  if (text === undefined) {
    return tree.has(path) ? `${path} is a binary file.` : `${path} does not exist. ${similar(tree, path)}`
  }
  const lines = text.split('\n')
  if (from > lines.length) return `${path} has ${lines.length} lines only.`
  const end = Math.min(to ?? lines.length, lines.length, from + mostLines - 1)
  const shown = lines.slice(from - 1, end).join('\n')
  const rest = lines.length - end
  const part =
    from === 1 && rest === 0 ? `${lines.length} lines` : `lines ${from} to ${end} of ${lines.length}`
  return `${path}, ${part}:\n${shown}`
}

function similar(tree: WorkingTree, path: string): string {
  const name = path.split('/').at(-1)!
  const others = tree.paths.filter((other) => other.split('/').at(-1) === name).slice(0, 5)
  return others.length > 0 ? `There is: ${others.join(', ')}.` : ''
}

export function list(tree: WorkingTree, { folder }: ToolInput<'list'>): string {
  const prefix = folder.replace(/^\.?\/+|\/+$/g, '')
  const inside = tree.paths.filter((path) => prefix === '' || path.startsWith(`${prefix}/`))
  if (inside.length === 0) return `There is no folder ${folder}.`
  const entries = new Map<string, number>()
  for (const path of inside) {
    const [first, ...deeper] = path.slice(prefix === '' ? 0 : prefix.length + 1).split('/')
    const entry = deeper.length > 0 ? `${first}/` : first!
    entries.set(entry, (entries.get(entry) ?? 0) + 1)
  }
  const named = [...entries].map(([entry, files]) =>
    entry.endsWith('/') ? `${entry} (${files} files)` : entry
  )
  return named.slice(0, 500).join('\n')
}
