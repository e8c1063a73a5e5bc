import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import RevokeApiToken from '#accounts/actions/revoke_api_token'
import { withTeam } from '#accounts/services/tenancy'
import env from '#start/env'
import { anApiUser, append, assertProblem, aWorkflow, finish, note } from '#tests/support/api'
import { appendEvents } from '#workflows/services/event_log'
import { eventStream } from '#workflows/services/event_stream'
import { MAX_STREAMS_PER_TEAM } from '#workflows/services/stream_slots'

const url = (id: string, query = '') =>
  `http://${env.get('HOST')}:${env.get('PORT')}/api/workflows/${id}/events/stream${query}`

function open(
  id: string,
  token: string,
  { query = '', headers = {}, signal }: { query?: string; headers?: object; signal?: AbortSignal } = {}
) {
  return fetch(url(id, query), {
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(signal ? { signal } : {}),
  })
}

/** Reads a stream to its end. */
async function readAll(response: Response) {
  const messages: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (message) => messages.push(message) })
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) parser.feed(chunk)
  return messages
}

const numbers = (messages: EventSourceMessage[]) => messages.map(({ id }) => Number(id))
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

async function untilSlotsAreFree(id: string, token: string) {
  for (let tries = 0; tries < 100; tries++) {
    const abort = new AbortController()
    const { status } = await open(id, token, { signal: abort.signal })
    abort.abort()
    if (status === 200) return
    await wait(20)
  }
  throw new Error('the slots were not given back')
}

test.group('Live events by the API', () => {
  test('come without a gap or a double while a writer appends, and end with the workflow', async ({
    assert,
  }) => {
    const { teamId, token } = await anApiUser(['read'])
    const { id } = await aWorkflow(teamId)
    const starts = [0, 0, 1, 0, 1]
    const readers: Promise<EventSourceMessage[]>[] = []
    for (let batch = 0; batch < 120; batch++) {
      // Some batches are too large to be carried by the bus, so readers must fetch them.
      const size = batch % 10 === 0 ? 4000 : 20
      await append(teamId, id, [note('x'.repeat(size)), note(`second of ${batch}`)])
      const after = batch % 24 === 5 ? starts.pop() : undefined
      if (after !== undefined) readers.push(open(id, token, { query: `?after=${after}` }).then(readAll))
    }
    await finish(teamId, id)
    const all = await Promise.all(readers)
    const last = 1 + 240 + 6
    assert.lengthOf(all, 5)
    for (const messages of all) {
      const seen = numbers(messages)
      assert.deepEqual(seen, range(seen[0]!, last))
      assert.include([1, 2], seen[0])
      assert.equal(messages.at(-1)!.event, 'workflow')
      assert.equal(JSON.parse(messages.at(-1)!.data).payload.status, 'finished')
    }
  })

  test('go on after the number that the client has, the header before the query', async ({ assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const { id } = await aWorkflow(teamId)
    await append(teamId, id, [note('two'), note('three')])
    await finish(teamId, id)
    const byQuery = await readAll(await open(id, token, { query: '?after=2' }))
    assert.equal(numbers(byQuery)[0], 3)
    const byHeader = await readAll(
      await open(id, token, { query: '?after=1', headers: { 'last-event-id': '3' } })
    )
    assert.equal(numbers(byHeader)[0], 4)
  })

  test('are over with 204 for a client that has them all', async ({ assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const { id } = await aWorkflow(teamId)
    await finish(teamId, id)
    assert.equal((await open(id, token, { headers: { 'last-event-id': '99' } })).status, 204)
  })

  test('refuse a number that is none', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const { id } = await aWorkflow(teamId)
    assertProblem(
      assert,
      await client.get(`/api/workflows/${id}/events/stream?after=-1`).bearerToken(token),
      422
    )
    assertProblem(assert, await client.get(`/api/workflows/${id}/events?after=x`).bearerToken(token), 422)
  })

  test('stop when the token is revoked', async ({ assert }) => {
    const { teamId, user, token, tokenId } = await anApiUser(['read'])
    const { id } = await aWorkflow(teamId)
    const response = await open(id, token)
    const reading = readAll(response)
    await wait(50)
    await new RevokeApiToken().execute({ teamId, userId: user.id, id: tokenId })
    await append(teamId, id, [note('for nobody')])
    assert.deepEqual(numbers(await reading), [1])
  })

  test('are bounded per team, and closed streams do not count', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const { id } = await aWorkflow(teamId)
    const aborts = range(1, MAX_STREAMS_PER_TEAM).map(() => new AbortController())
    const streams = await Promise.all(aborts.map(({ signal }) => open(id, token, { signal })))
    assert.isTrue(streams.every(({ status }) => status === 200))
    const refused = await client.get(`/api/workflows/${id}/events/stream`).bearerToken(token)
    assertProblem(assert, refused, 429)
    assert.equal(refused.header('retry-after'), '5')
    for (const abort of aborts) abort.abort()
    await untilSlotsAreFree(id, token)
  })

  test('are fetched at the next heartbeat when an announcement was lost', async ({ assert }) => {
    const { teamId } = await anApiUser()
    const { id } = await aWorkflow(teamId)
    const abort = new AbortController()
    const seen: (number | null)[] = []
    const stream = eventStream({
      teamId,
      workflowId: id,
      after: 0,
      signal: abort.signal,
      mayGoOn: async () => true,
      heartbeatMs: 40,
    })
    for await (const event of stream) {
      seen.push(event?.seq ?? null)
      if (seen.length === 1) {
        await withTeam(teamId, (trx) =>
          appendEvents(trx, { teamId, workflowId: id }, [note('not announced')])
        )
      }
      if (event?.seq === 2) abort.abort()
    }
    assert.equal(seen[0], 1)
    assert.equal(seen.at(-1), 2)
  })
})

test.group('GET /api/workflows/:id/events', () => {
  test('pages through events by number', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const { id } = await aWorkflow(teamId)
    await append(
      teamId,
      id,
      range(2, 700).map((number) => note(`event ${number}`))
    )
    const page = async (after: number) => {
      const response = await client.get(`/api/workflows/${id}/events`).qs({ after }).bearerToken(token)
      response.assertStatus(200)
      return response.body()
    }
    const first = await page(0)
    assert.lengthOf(first.data, 500)
    assert.deepEqual(first.meta, { lastSeq: 700, status: 'queued', hasMore: true })
    const second = await page(500)
    assert.deepEqual(
      second.data.map((event: { seq: number }) => event.seq),
      range(501, 700)
    )
    assert.isFalse(second.meta.hasMore)
    assert.deepEqual(await page(700), { data: [], meta: { lastSeq: 700, status: 'queued', hasMore: false } })
  })
})
