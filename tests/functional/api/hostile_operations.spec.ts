import { test } from '@japa/runner'
import { scopes } from '#accounts/permissions'
import env from '#start/env'
import { addressOf, aTokenOf, aWorld, type World } from '#tests/support/world'

interface Schema {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minimum?: number
  minLength?: number
  oneOf?: Schema[]
  anyOf?: Schema[]
}

interface Operation {
  operationId: string
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, unknown>
}

interface Call {
  what: string
  path: string
  method: string
  body?: string
  headers?: Record<string, string>
}

const base = `http://${env.get('HOST')}:${env.get('PORT')}`
/** They answer for as long as somebody listens. */
const endless = /\/stream$/
const order = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const strings = [
  '',
  ' ',
  '\u0000',
  '../../../etc/passwd',
  "'; drop table users; --",
  '--upload-pack=touch x',
  '\ud800',
  '\u202e\u0000\u0007',
  '<script>alert(1)</script>',
  '{{7*7}}%s%n',
  'x'.repeat(70_000),
]
const hostile: unknown[] = [
  ...strings,
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  [],
  [[[]]],
  {},
  { $gt: '' },
  { toString: 'x', constructor: 'y' },
]
const wholeBodies = [
  'null',
  '[]',
  '"text"',
  '17',
  'true',
  '{',
  '',
  '{"__proto__":{"admin":true}}',
  '{"a":{"b":[]}}',
]
const inPaths = [
  '0',
  'null',
  '..%2f..%2fetc',
  '%00',
  '%zz',
  "'%20or%201=1--",
  '%F0%9F%92%A9',
  'x'.repeat(3000),
]
const inQueries = [
  '',
  '%00',
  '-1',
  '1e309',
  '99999999999999999999',
  'a&a',
  '[]',
  '%zz',
  '%f0',
  'x'.repeat(3000),
]

/** What a schema would take; null where nothing says. */
function sample(schema: Schema): unknown {
  const one = schema.oneOf?.[0] ?? schema.anyOf?.[0]
  if (one) return sample(one)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object' || schema.properties) {
    const own = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name))
    return Object.fromEntries(own.map(([name, inner]) => [name, sample(inner)]))
  }
  if (type === 'array') return schema.items ? [sample(schema.items)] : []
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1
  if (type === 'boolean') return true
  if (schema.format === 'uuid') return crypto.randomUUID()
  if (schema.format === 'email') return `${crypto.randomUUID()}@example.test`
  return 'a'.repeat(Math.max(3, schema.minLength ?? 3))
}

/** Schema-conforming first, then each part of it turned hostile. */
function callsOf(path: string, method: string, operation: Operation, world: World): Call[] {
  const pattern = path.replace(/\{(\w+)\}/g, ':$1')
  const good = addressOf(pattern, world).path
  const calls: Call[] = []
  const add = (what: string, call: Partial<Call>) => calls.push({ what, path: good, method, ...call })
  const schema = operation.requestBody?.content['application/json']?.schema
  const whole = schema ? (sample(schema) as Record<string, unknown>) : undefined
  const json = (value: unknown) => ({ body: JSON.stringify(value) })

  if (schema?.properties) {
    for (const name of Object.keys(schema.properties)) {
      for (const value of hostile) add(`${name} = ${short(value)}`, json({ ...whole, [name]: value }))
    }
  }
  if (schema) {
    for (const body of wholeBodies) add(`body ${body}`, { body })
    add('another type', { body: 'a=b', headers: { 'content-type': 'text/plain' } })
  }
  for (const { name } of operation.parameters?.filter((one) => one.in === 'query') ?? []) {
    for (const value of inQueries) add(`?${name}=${value.slice(0, 20)}`, { path: `${good}?${name}=${value}` })
    add(`?${name} twice`, { path: `${good}?${name}=1&${name}=2&${name}[x]=3` })
  }
  if (pattern.includes(':')) {
    for (const value of inPaths) add(`id ${value.slice(0, 20)}`, { path: pattern.replace(/:\w+/g, value) })
    add('an id of nothing', { path: pattern.replace(/:\w+/g, () => crypto.randomUUID()) })
  }
  add('as described', whole === undefined ? {} : json(whole))
  return calls
}

const short = (value: unknown) => JSON.stringify(value)?.slice(0, 24)

test.group('Every operation of the API', () => {
  test('answers hostile input with a problem, never with 5xx', async ({ assert }) => {
    const world = await aWorld()
    const token = await aTokenOf(world, 'owner', [...scopes])
    const answer = await fetch(`${base}/api/openapi.json`)
    const document = (await answer.json()) as { paths: Record<string, Record<string, Operation>> }
    const operations = Object.entries(document.paths)
      .filter(([path]) => !endless.test(path))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          path,
          method: method.toUpperCase(),
          operation,
        }))
      )
      .sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method))
    assert.isAbove(operations.length, 40)

    const wrong: string[] = []
    for (const { path, method, operation } of operations) {
      for (const call of callsOf(path, method, operation, world)) {
        const answer = await fetch(base + call.path, {
          method,
          body: call.body ?? null,
          redirect: 'manual',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...call.headers },
        })
        const text = await answer.text()
        const told = `${method} ${path}, ${call.what}: ${answer.status}`
        if (answer.status >= 500) wrong.push(`${told} ${text.slice(0, 200)}`)
        else if (answer.status >= 400) {
          // Errors of OAuth have a form of their own (RFC 6749).
          if (path === '/api/auth/token' && 'error' in JSON.parse(text)) continue
          const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json')
          const { status, detail } = isProblem ? JSON.parse(text) : {}
          if (status !== answer.status || !detail)
            wrong.push(`${told}, which is no problem: ${text.slice(0, 120)}`)
        }
      }
    }
    assert.deepEqual(wrong, [])
  }).timeout(300_000)
})
