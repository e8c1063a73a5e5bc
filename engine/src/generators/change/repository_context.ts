import { createHash } from 'node:crypto'
import type { CodeGraph } from '../../../contract/analysis.ts'
import { withoutSecrets } from '../../../contract/secret_shapes.ts'
import { rankFiles } from './rank_files.ts'
import { contextBudget, estimateTokens } from './tokens.ts'
import type { WorkingTree } from './working_tree.ts'

interface Options {
  snapshotId: string
  tree: WorkingTree
  graph: CodeGraph
  task: string
  planned: readonly string[]
  /** Estimated tokens of file contents. */
  contents?: number
}

/**
 * The part of the repository that a model sees: the list of files, then the contents of those that
 * matter most. Every piece stands between lines that carry a digest of the snapshot, which no file
 * inside the snapshot can contain, so a file can not pretend to end its own quotation.
 */
export function repositoryContext({
  snapshotId,
  tree,
  graph,
  task,
  planned,
  contents: room,
}: Options): string {
  const mark = quotationMark(snapshotId)
  const scores = rankFiles(graph, task, planned)
  const chosen = chooseContents(tree, graph, scores, room ?? contextBudget.contents)
  // Sorted by path, not by score: providers cache equal beginnings.
  const contents = [...chosen].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    quoted(mark, 'list of files', listing(tree, scores)),
    ...contents.map(([path, text]) => quoted(mark, `file ${path}`, text)),
  ].join('\n\n')
}

/** What marks quotations from a snapshot; no file inside of it can know it. */
export function quotationMark(snapshotId: string): string {
  return createHash('sha256').update(`quotation ${snapshotId}`).digest('hex').slice(0, 16)
}

/** Puts foreign text between lines that it can not forge, without the secrets that lie about in it. */
export function quoted(mark: string, title: string, text: string): string {
  const told = withoutSecrets(text)
  return `[${mark} ${title}]\n${told}${told.endsWith('\n') || told === '' ? '' : '\n'}[${mark} end]`
}

function listing(tree: WorkingTree, scores: Map<string, number>): string {
  const byRank = tree.paths.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || (a < b ? -1 : 1))
  const kept: string[] = []
  let budget = contextBudget.listing
  for (const path of byRank) {
    budget -= estimateTokens(`${path}\n`)
    if (budget < 0) break
    kept.push(path)
  }
  const rest = byRank.length - kept.length
  return [...kept.sort(), ...(rest > 0 ? [`… and ${rest} more files that are not listed`] : [])].join('\n')
}

function chooseContents(
  tree: WorkingTree,
  graph: CodeGraph,
  scores: Map<string, number>,
  room: number
): Map<string, string> {
  const skipped = new Set(graph.files.filter(({ skipped }) => unreadable(skipped)).map(({ path }) => path))
  const ranked = [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const chosen = new Map<string, string>()
  let budget = room
  for (const [path] of ranked) {
    const text = skipped.has(path) ? undefined : tree.read(path)
    const cost = estimateTokens(text ?? '')
    // A file is shown whole or not at all: search text must be copied from what is really there.
    if (text === undefined || cost > budget) continue
    budget -= cost
    chosen.set(path, text)
  }
  return chosen
}

function unreadable(skipped: string | null): boolean {
  return skipped !== null && /^(built|generated|minified|larger|binary)/.test(skipped)
}
