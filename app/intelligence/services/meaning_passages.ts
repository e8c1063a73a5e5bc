import { createHash } from 'node:crypto'
import type { GraphFile, GraphSymbol } from '@agentops/engine/contract'
import type { OpenMap } from '#intelligence/services/open_map'
import { wordsOf } from '#intelligence/services/words'

/** What one entity says, as it is turned into a vector. */
export interface Passage {
  id: string
  text: string
  /** Of the text: the same code costs nothing again. */
  hash: string
}

export const MOST_PASSAGES = 20_000
const MOST_CHARACTERS = 1600
const MOST_LINES = 30
const CHARACTERS_A_LINE = 36
export const CHARACTERS_A_TOKEN = 3

const kinds = new Set(['class', 'function', 'method', 'interface', 'type', 'enum', 'route', 'table'])

const says = (symbol: GraphSymbol) =>
  kinds.has(symbol.kind) && (symbol.endLine > symbol.line || symbol.doc !== '' || symbol.kind === 'route')

interface Speaking {
  file: GraphFile
  symbols: GraphSymbol[]
}

/** Files of the product's own code with what in them has a meaning of its own; tests and generated files have not. */
export function speakingFiles({ graph }: OpenMap): Speaking[] {
  let left = MOST_PASSAGES
  return graph.files.flatMap((file) => {
    if (file.isTest || file.skipped !== null || left <= 0) return []
    const symbols = file.symbols.filter(says).slice(0, left - 1)
    left -= symbols.length + 1
    return [{ file, symbols }]
  })
}

/** How much would be sent if nothing was known yet; of tokens a rough figure from above. */
export function estimateOf(map: OpenMap): { passages: number; tokens: number } {
  let passages = 0
  let characters = 0
  const add = (lines: number) => {
    passages += 1
    characters += Math.min(MOST_CHARACTERS, 200 + Math.min(lines, MOST_LINES) * CHARACTERS_A_LINE)
  }
  for (const { file, symbols } of speakingFiles(map)) {
    add(file.lines)
    for (const { line, endLine } of symbols) add(endLine - line + 1)
  }
  return { passages, tokens: Math.ceil(characters / CHARACTERS_A_TOKEN) }
}

/** The passages of a file; `code` is its text, null where it can not be had. */
export function passagesOf({ file, symbols }: Speaking, code: string | null): Passage[] {
  const lines = code?.split('\n') ?? []
  const body = (from: number, to: number) =>
    lines
      .slice(from - 1, Math.min(to, from - 1 + MOST_LINES))
      .map((line) => line.slice(0, 200))
      .join('\n')
  const own = [
    `${file.role ?? 'file'} ${file.path}`,
    wordsOf(file.path).join(' '),
    symbols.map(({ name }) => name).join(', '),
    body(1, MOST_LINES),
  ]
  return [
    passage(file.path, own),
    ...symbols.map((symbol) =>
      passage(symbol.id, [
        `${symbol.role ?? symbol.kind} ${symbol.name} in ${symbol.path}`,
        wordsOf(symbol.name).join(' '),
        symbol.doc,
        body(symbol.line, symbol.endLine) || symbol.signature,
      ])
    ),
  ]
}

function passage(id: string, parts: string[]): Passage {
  const text = parts.filter(Boolean).join('\n').replaceAll('\0', '').slice(0, MOST_CHARACTERS).toWellFormed()
  return { id, text, hash: createHash('sha256').update(text).digest('hex') }
}
