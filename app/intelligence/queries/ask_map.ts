import { search } from '@agentops/engine/contract'
import { impactOfChanges } from '#intelligence/queries/impact_of'
import { neighboursOf } from '#intelligence/queries/neighbours_of'
import { changesOfIds, type NodeRef, nodeOf, refOf } from '#intelligence/queries/node_ref'
import { searchSymbols } from '#intelligence/queries/search_symbols'
import { showRoutes } from '#intelligence/queries/show_routes'
import { showSchema } from '#intelligence/queries/show_schema'
import { wayBetween } from '#intelligence/queries/way_between'
import { type Intent, intentOf } from '#intelligence/services/ask_intents'
import type { Sentence } from '#intelligence/services/fact_sentences'
import type { OpenMap } from '#intelligence/services/open_map'

export interface AskAnswer {
  /** As what the question was taken, so that a wrong reading is seen. */
  understood: string
  sentences: Sentence[]
  /** What the answer is about, to open on the map. */
  nodes: NodeRef[]
  resolved: number
  unresolved: number
}

const MOST = 20

/** Answers a question from the map alone: every sentence says where it can be checked, and no model is asked. */
export async function askMap(teamId: string, map: OpenMap, question: string): Promise<AskAnswer> {
  const intent = intentOf(question)
  const answer = 'subject' in intent ? ofSubject(map, intent) : await ofWords(teamId, map, intent)
  return answer ?? searched(teamId, map, question)
}

/** The best match of a name as a person would write it: an id, a path or its end, a symbol. */
function subjectOf(map: OpenMap, name: string): NodeRef | null {
  if (map.graph.nodes.has(name)) return refOf(map, nodeOf(map, name))
  const plain = name.replace(/\(\)$/, '')
  const [best] = search(map.graph, plain, { limit: 1 })
  return best && best.score >= 300 ? refOf(map, best.node) : null
}

const cite = ({ path, line }: NodeRef) => ({ path, line })
const place = ({ name, path, line, kind }: NodeRef): Sentence => ({
  text: kind === 'file' ? name : `${name} (${kind})`,
  cites: [{ path, line }],
})

type About = Extract<Intent, { subject: string }>

function ofSubject(map: OpenMap, { kind, subject }: About): AskAnswer | null {
  const node = subjectOf(map, subject)
  if (!node) return null
  switch (kind) {
    case 'users':
    case 'used': {
      const found = neighboursOf(map, { id: node.id, direction: kind, depth: 1, limit: MOST })
      const sentences = found.edges.slice(0, MOST).map(({ from, to, kind: verb, line }) => ({
        text: `${from.name} ${verb} ${to.name}.`,
        cites: [{ path: from.path, line }],
      }))
      const understood = kind === 'users' ? `Who uses ${node.name}` : `What ${node.name} uses`
      const nodes = [node, ...found.reached.map(({ depth: _, ...ref }) => ref)]
      return { understood, sentences, nodes, resolved: found.resolved, unresolved: found.unresolved }
    }
    case 'tests':
    case 'impact': {
      const found = impactOfChanges(map, changesOfIds(map, [node.id]))
      const tests = found.tests.map(({ path }) => ({
        text: `${path} reaches it.`,
        cites: [{ path, line: 1 }],
      }))
      const affected = found.affected.slice(0, MOST).map((one) => ({
        text: `${one.name} is ${one.depth} ${one.depth === 1 ? 'step' : 'steps'} away.`,
        cites: [cite(one)],
      }))
      const understood =
        kind === 'tests' ? `Tests that reach ${node.name}` : `What a change of ${node.name} reaches`
      const sentences = kind === 'tests' ? tests : affected
      return { understood, sentences, nodes: [node], resolved: found.resolved, unresolved: found.unresolved }
    }
    case 'where':
      return {
        understood: `Where ${node.name} is`,
        sentences: [place(node)],
        nodes: [node],
        resolved: 1,
        unresolved: 0,
      }
  }
}

async function ofWords(
  teamId: string,
  map: OpenMap,
  intent: Exclude<Intent, About>
): Promise<AskAnswer | null> {
  switch (intent.kind) {
    case 'way': {
      const [from, to] = [subjectOf(map, intent.from), subjectOf(map, intent.to)]
      if (!from || !to) return null
      const { edges, unresolved } = wayBetween(map, from.id, to.id)
      const sentences = (edges ?? []).map((edge) => ({
        text: `${edge.from.name} ${edge.kind} ${edge.to.name}.`,
        cites: [{ path: edge.from.path, line: edge.line }],
      }))
      const understood = `The way from ${from.name} to ${to.name}`
      return { understood, sentences, nodes: [from, to], resolved: sentences.length, unresolved }
    }
    case 'routes': {
      const { routes, total, unresolved } = showRoutes(map, { q: intent.words, perPage: MOST })
      const sentences = routes.map(({ methods, path, handler, handlerText, file, line }) => ({
        text: `${methods.join(' ')} ${path} is handled by ${handler?.name ?? `${handlerText}, which could not be resolved`}.`,
        cites: [{ path: file, line }, ...(handler ? [cite(handler)] : [])],
      }))
      const nodes = routes.flatMap(({ handler }) => handler ?? [])
      return {
        understood: `Routes like “${intent.words}”`,
        sentences,
        nodes,
        resolved: total - unresolved,
        unresolved,
      }
    }
    case 'tables': {
      const { tables, unresolved } = showSchema(map)
      const words = intent.words.replace(/[?.!]+$/, '').toLowerCase()
      const found = tables.filter(
        ({ name, columns }) =>
          !words ||
          name.toLowerCase().includes(words) ||
          columns.some((column) => column.name.toLowerCase() === words)
      )
      const sentences = found.slice(0, MOST).map(({ name, columns, createdAt }) => ({
        text: `${name} has ${columns.map((column) => column.name).join(', ')}.`,
        cites: [createdAt],
      }))
      return {
        understood: `Tables like “${words}”`,
        sentences,
        nodes: [],
        resolved: found.length,
        unresolved,
      }
    }
    case 'search':
      return searched(teamId, map, intent.words)
  }
}

async function searched(teamId: string, map: OpenMap, question: string): Promise<AskAnswer> {
  const q = question.replace(/[?!.]+$/, '')
  const { hits, unresolved } = await searchSymbols(teamId, map, { q, limit: MOST, meaning: false })
  const nodes = hits.map(({ id }) => refOf(map, nodeOf(map, id)))
  return {
    understood: `A search for “${q}”`,
    sentences: nodes.map(place),
    nodes,
    resolved: nodes.length,
    unresolved,
  }
}
