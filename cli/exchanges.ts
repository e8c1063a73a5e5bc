import { get } from './api.ts'
import { CliError } from './error.ts'

export interface Exchange {
  id: string
  turn: number | null
  step: string
  attempt: number
  name: string
  replayed: boolean
  departed: boolean
}

export interface Part {
  index: number
  role: string
  text: string
}

export async function exchangesOf(workflow: string): Promise<Exchange[]> {
  const exchanges: Exchange[] = []
  for (let page = 1; ; page++) {
    const { data, meta } = await get<{ data: Exchange[]; meta: { lastPage: number } }>(
      `/api/workflows/${workflow}/exchanges?page=${page}&perPage=100`
    )
    exchanges.push(...data)
    if (page >= meta.lastPage) return exchanges
  }
}

/** The id of the n-th question to a model. */
export async function questionAt(workflow: string, turn: number): Promise<string> {
  const found = (await exchangesOf(workflow)).find((exchange) => exchange.turn === turn)
  if (found) return found.id
  throw new CliError(`There is no question ${turn}. agentops exchanges ${workflow} lists them.`)
}

export const partsOf = async (workflow: string, exchange: string) =>
  (await get<{ parts: Part[] }>(`/api/workflows/${workflow}/exchanges/${exchange}`)).parts

const heading = ({ index, role }: Part) => `=== part ${index} (${role}) ===`

/** A question as a text that one edits: a line over each part says which one it is. */
export const formatParts = (parts: Part[]) => parts.map((part) => `${heading(part)}\n${part.text}\n`).join('')

/** Reads it back; only lines that `formatParts` has written for this question count as headings. */
export function readParts(text: string, parts: Part[]): { index: number; text: string }[] {
  const lines = text.replace(/\n$/, '').split('\n')
  const places = parts.map((part) => lines.indexOf(heading(part)))
  if (places.some((place, at) => place <= (places[at - 1] ?? -1)))
    throw new CliError('The file does not hold the parts of this question in their order: agentops question')
  return parts.map(({ index }, at) => ({
    index,
    text: lines.slice(places[at]! + 1, places[at + 1]).join('\n'),
  }))
}
