import { posix } from 'node:path'
import type { CodeGraph, GraphFile } from '../../../contract/analysis.ts'

const tooCommon = new Set(
  'the and for with that this from into add make when then than test tests file files code function use should must not all are was has have'.split(
    ' '
  )
)

/** Share of a file's score that its neighbours in the import graph get. */
const neighbourShare = 0.4

/** Score per path, for files that have something to do with the task or the plan. Deterministic. */
export function rankFiles(graph: CodeGraph, task: string, planned: readonly string[]): Map<string, number> {
  const said = { task, words: wordsOf(task), names: new Set(task.match(/[A-Za-z_$][\w$]*/g)) }
  const own = new Map(graph.files.map((file) => [file.path, ownScore(file, said)]))
  for (const path of planned) own.set(path, (own.get(path) ?? 0) + 1_000)
  const scores = new Map([...own].filter(([, score]) => score > 0))
  for (const { path, imports } of graph.files) {
    for (const { to } of imports) {
      if (to === null) continue
      lift(scores, to, own.get(path) ?? 0)
      lift(scores, path, own.get(to) ?? 0)
    }
  }
  return scores
}

function lift(scores: Map<string, number>, path: string, neighbour: number): void {
  if (neighbour > 0) scores.set(path, Math.max(scores.get(path) ?? 0, neighbour * neighbourShare))
}

interface Said {
  task: string
  words: Set<string>
  /** Identifiers as they were written. */
  names: Set<string>
}

function ownScore(file: GraphFile, { task, words, names }: Said): number {
  let score = 0
  const name = posix.basename(file.path)
  if (task.includes(file.path)) score += 50
  else if (name.length > 4 && task.includes(name)) score += 30
  for (const word of wordsOf(file.path)) if (words.has(word)) score += 8
  for (const symbol of file.symbols) {
    if (symbol.name.length > 2 && names.has(symbol.name.slice(symbol.name.indexOf('.') + 1))) score += 12
    else if ([...wordsOf(symbol.name)].some((word) => words.has(word))) score += 3
  }
  return Math.min(score, 100)
}

/** Lower-case words; `camelCase`, `snake_case` and paths are taken apart. */
function wordsOf(text: string): Set<string> {
  const parts = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
  return new Set(parts.filter((word) => word.length > 2 && !tooCommon.has(word)))
}
