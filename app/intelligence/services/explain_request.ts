import { createHash } from 'node:crypto'
import type { ExplainRequest } from '@agentops/engine/contract'
import type { ExplanationLanguage } from '#intelligence/queries/explain_facts'
import { readPlaces } from '#intelligence/queries/read_places'
import { showNode } from '#intelligence/queries/show_node'
import { wordsIn } from '#intelligence/services/fact_sentences'
import type { OpenMap } from '#intelligence/services/open_map'

/** Raise it when the same code would be asked about differently. */
const VERSION = 1
const MOST_LINES = 300
const MOST_USERS = 4
const AROUND = 6

/**
 * Names an explanation by all that it rests on: the file itself, the files that use it, and what the map says.
 * Throws NotFoundException for an id that the map does not have.
 */
export function contentHash(map: OpenMap, id: string): Buffer {
  const answer = showNode(map, id)
  const paths = [answer.node.path, ...answer.users.edges.slice(0, MOST_USERS).map(({ from }) => from.path)]
  const hashes = paths.map((path) => map.graph.files[map.graph.nodes.get(path)!]!.hash)
  const facts = wordsIn('en')(answer).map(({ text }) => text)
  return createHash('sha256')
    .update(JSON.stringify([VERSION, id, hashes, facts]))
    .digest()
}

interface RequestInput {
  teamId: string
  map: OpenMap
  id: string
  language: ExplanationLanguage
}

/** What a model is asked with: the code, a few of the places that use it, and the facts. Throws `GitError`. */
export async function explainRequestOf({ teamId, map, id, language }: RequestInput): Promise<ExplainRequest> {
  const answer = showNode(map, id)
  const { node, line, endLine, users } = answer
  const own = { path: node.path, from: line, to: Math.max(line, Math.min(endLine, line + MOST_LINES)) }
  const sites = users.edges
    .filter(({ from }) => from.path !== node.path)
    .slice(0, MOST_USERS)
    .map(({ from, line: at }) => ({ path: from.path, from: Math.max(1, at - AROUND), to: at + AROUND }))
  const excerpts = await readPlaces(teamId, map, [own, ...sites])
  const facts = wordsIn('en')(answer).map(({ text }) => text.slice(0, 2000))
  return { language, subject: `${node.kind} ${node.name} in ${node.path}`, excerpts, facts }
}
