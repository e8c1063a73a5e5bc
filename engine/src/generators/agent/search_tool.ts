import type { WorkingTree } from '../change/working_tree.ts'
import { linesMatching } from './bounded_regex.ts'
import type { CodeMap } from './code_map.ts'
import type { ToolInput } from './tools.ts'

const most = 80
const lineLength = 240
/** Characters that one pattern may look at. */
const searchedText = 20_000_000

interface Reader {
  tree: WorkingTree
  map: CodeMap
}

/** `path:line: text` for each hit, the hits of one file together. */
export function search({ tree, map }: Reader, { query, kind = 'text', within }: ToolInput<'search'>): string {
  const folder = within?.replace(/^\.?\/+|\/+$/g, '') ?? ''
  const inside = (path: string) => folder === '' || path === folder || path.startsWith(`${folder}/`)
  if (kind === 'symbol') {
    const found = map.declarationsOf(query).filter(({ path }) => inside(path))
    return answer(
      found.map(
        ({ path, line, kind, exported, signature }) =>
          `${path}:${line}: ${exported ? 'exported ' : ''}${kind} ${signature || query}`
      )
    )
  }
  const texts = textsOf(tree, inside)
  const matches =
    kind === 'regex'
      ? linesMatching(
          query,
          texts.map(({ text }) => text),
          most
        )
      : texts.map(({ text }) => linesWith(query, text))
  if (matches === null) return `"${query}" is not a regular expression, or took too long. Search for a text.`
  return answer(
    matches.flatMap((lines, index) =>
      lines.map(({ line, text }) => `${texts[index]!.path}:${line}: ${text.trim().slice(0, lineLength)}`)
    )
  )
}

function answer(hits: string[]): string {
  if (hits.length === 0) return 'Nothing found.'
  const rest = hits.length - most
  return [...hits.slice(0, most), ...(rest > 0 ? [`… and ${rest} more; narrow the search`] : [])].join('\n')
}

function textsOf(tree: WorkingTree, inside: (path: string) => boolean) {
  const texts: { path: string; text: string }[] = []
  let room = searchedText
  for (const path of tree.paths) {
    const text = inside(path) ? tree.read(path) : undefined
    if (text === undefined || text.length > 1_000_000 || room < text.length) continue
    room -= text.length
    texts.push({ path, text })
  }
  return texts
}

function linesWith(query: string, text: string) {
  if (!text.includes(query)) return []
  const first = query.split('\n')[0]!
  return text
    .split('\n')
    .flatMap((line, index) => (line.includes(first) ? [{ line: index + 1, text: line }] : []))
}
