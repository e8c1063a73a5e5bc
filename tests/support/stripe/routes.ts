import type { Params } from './form.js'
import type { World } from './world.js'

export interface Request {
  world: World
  /** Where the stand-in's own pages are. */
  origin: string
  /** What the path's `:id` stands for. */
  id: string
  params: Params
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE'
  /** With `:id` for one segment. */
  path: string
  /** The package's type of the parameters. */
  type: string
  handle(request: Request): object
}

/** One page of a list, as `limit`, `starting_after` and the order of Stripe have it: the newest first. */
export function page<T extends { id: string }>(url: string, all: Iterable<T>, params: Params) {
  const newest = [...all].reverse()
  const after = newest.findIndex(({ id }) => id === params.starting_after) + 1
  const limit = Number(params.limit ?? 10)
  const data = newest.slice(after, after + limit)
  return { object: 'list', url, data, has_more: newest.length > after + limit }
}
