/**
 * What the API is held against: `node:http`, node-postgres and one prepared statement for each request. It
 * does the same work, and nothing of what a product needs besides: no rights, no limits, no error pages.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'
import { createWorkflow, listProjects } from './limit_statements.ts'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL!, max: 12 })
const PER_PAGE = 20

const hashOf = (request: IncomingMessage) =>
  createHash('sha256')
    .update(request.headers.authorization?.slice('Bearer '.length) ?? '')
    .digest()

async function textOf(request: IncomingMessage) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

function answer(response: ServerResponse, status: number, value: unknown) {
  const text = JSON.stringify(value)
  const length = Buffer.byteLength(text)
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': length })
    .end(text)
}

async function list(request: IncomingMessage, response: ServerResponse) {
  const page = Number(new URL(request.url!, 'http://localhost').searchParams.get('page') ?? 1)
  const values = [hashOf(request), PER_PAGE, (page - 1) * PER_PAGE]
  const { rows } = await pool.query({ name: 'list', text: listProjects, values })
  if (rows.length === 0) return answer(response, 401, {})
  const data = rows.map(({ total: _, ...row }) => row)
  const meta = {
    page,
    perPage: PER_PAGE,
    total: rows[0].total,
    lastPage: Math.ceil(rows[0].total / PER_PAGE),
  }
  answer(response, 200, { data, meta })
}

async function create(request: IncomingMessage, response: ServerResponse) {
  const { projectId, task } = JSON.parse(await textOf(request))
  const { rows } = await pool.query({
    name: 'create',
    text: createWorkflow,
    values: [hashOf(request), projectId, task],
  })
  answer(response, rows.length === 0 ? 401 : 201, rows[0] ?? {})
}

const server = createServer((request, response) => {
  const work = request.method === 'POST' ? create(request, response) : list(request, response)
  work.catch((error) => answer(response, 500, { error: String(error) }))
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send!({ bench: 'ready' }))
process.on('SIGTERM', () => process.exit(0))
