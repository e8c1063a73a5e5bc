import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { snapshotId } from '../../contract/task.ts'
import { SnapshotRefused } from '../snapshots/extract.ts'
import type { EngineBindings, Services } from './context.ts'
import { problem } from './problem.ts'

/** `PUT /:id` with a gzipped tar as its body; `HEAD /:id` asks whether it is there. */
export function snapshotRoutes({ snapshots }: Services): Hono<EngineBindings> {
  return new Hono<EngineBindings>()
    .get('/:id', async (c) => {
      const id = snapshotId.safeParse(c.req.param('id'))
      if (id.success && (await snapshots.has(c.var.claims.team, id.data))) return c.body(null, 200)
      return problem(c, {
        status: 404,
        code: 'snapshot_missing',
        title: 'No such snapshot',
        detail: 'This engine does not hold that snapshot for your team. Send it with PUT.',
      })
    })
    .put('/:id', async (c) => {
      const id = snapshotId.safeParse(c.req.param('id'))
      if (!id.success) return badId(c)
      if (!c.req.raw.body) return refusal(c, new SnapshotRefused('the request has no body'))
      try {
        await snapshots.put(c.var.claims.team, id.data, Readable.fromWeb(c.req.raw.body))
        return c.body(null, 201)
      } catch (error) {
        if (error instanceof SnapshotRefused) return refusal(c, error)
        throw error
      }
    })
}

function badId(c: Context): Response {
  return problem(c, {
    status: 400,
    code: 'bad_request',
    title: 'Bad snapshot name',
    detail: 'A snapshot is named "sha256:" followed by the 64 hex digits of its uncompressed tar.',
  })
}

function refusal(c: Context, error: SnapshotRefused): Response {
  return problem(c, {
    status: error.tooLarge ? 413 : 422,
    code: 'bad_request',
    title: 'Snapshot refused',
    detail: `The snapshot was refused because ${error.message}.`,
  })
}
