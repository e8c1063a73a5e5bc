import { MAX_PER_PAGE } from '#shared/validators/pagination'

/** A JSON Schema of draft 2020-12, as OpenAPI 3.1 has it. */
export type Schema = { [keyword: string]: unknown }

export interface ApiResponse {
  description: string
  /** Media type to schema; nothing for an answer without a body. */
  content?: Record<string, Schema>
  headers?: readonly 'Location'[]
}

/** What the description of the API says of one route beyond its URL. */
export interface Operation {
  summary: string
  description?: string
  /** The scope that a token needs; `any` for every token, `public` for routes without one. */
  scope: 'read' | 'write' | 'admin' | 'operator' | 'any' | 'public'
  /** The validator of the route: query or body, and `headers`. The controller uses the same one. */
  input?: { toJSONSchema(): unknown }
  responses: Record<number, ApiResponse>
  /** Problems besides those that every route can answer with. */
  problems?: readonly (402 | 404 | 409 | 413 | 422)[]
}

/** The operations of a domain, by route name. */
export type Operations = Record<string, Operation>

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

export const json = (description: string, schema: Schema): ApiResponse => ({
  description,
  content: { 'application/json': schema },
})

export const created = (description: string, schema: Schema): ApiResponse => ({
  ...json(description, schema),
  headers: ['Location'],
})

/** An object whose properties are all there, null or not. */
export const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

export const pageSchema = (item: Schema): Schema =>
  object({
    data: { type: 'array', items: item, maxItems: MAX_PER_PAGE },
    meta: object({ page: positive, perPage: positive, total: count, lastPage: positive }),
  })

export const text: Schema = { type: 'string' }
export const flagOrNull: Schema = { type: ['boolean', 'null'] }
export const textOrNull: Schema = { type: ['string', 'null'] }
export const id: Schema = { type: 'string', format: 'uuid' }
export const time: Schema = { type: 'string', format: 'date-time' }
export const timeOrNull: Schema = { type: ['string', 'null'], format: 'date-time' }
export const flag: Schema = { type: 'boolean' }
export const count: Schema = { type: 'integer', minimum: 0 }
export const positive: Schema = { type: 'integer', minimum: 1 }
export const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: [...values] })
export const oneOfOrNull = (values: readonly string[]): Schema => ({ enum: [...values, null] })
