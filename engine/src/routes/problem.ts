import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export interface Problem {
  status: ContentfulStatusCode
  /** A word of the engine's closed set of error codes. */
  code: string
  title: string
  /** What happened, why, and what to do. */
  detail: string
  errors?: { path: string; message: string }[]
}

/** Problem details (RFC 9457) as JSON. */
export function problem(c: Context, { status, ...body }: Problem): Response {
  return c.body(JSON.stringify({ type: 'about:blank', status, ...body }), status, {
    'content-type': 'application/problem+json',
  })
}
