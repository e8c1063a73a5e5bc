import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { Role } from '#accounts/enums/role'
import { withTeam } from '#accounts/services/tenancy'
import { listen } from '#shared/live/channel_listener'
import env from '#start/env'
import { append, aToken, aWorkflow, note } from '#tests/support/api'
import { aMember, aTeam } from '#tests/support/team'
import { reviewLiveRights } from '#workflows/services/live_rights'

const base = `http://${env.get('HOST')}:${env.get('PORT')}`

/** A browser's cookies after a real sign-in. */
async function signIn(email: string) {
  const jar = new Map<string, string>()
  const keep = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';')
      jar.set(pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1))
    }
    return response
  }
  const headers = () => ({
    cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    'x-xsrf-token': decodeURIComponent(jar.get('XSRF-TOKEN') ?? ''),
    'content-type': 'application/json',
  })
  const send = async (path: string, init: RequestInit = {}) =>
    keep(await fetch(base + path, { redirect: 'manual', ...init, headers: headers() }))
  await send('/login')
  const response = await send('/login', {
    method: 'POST',
    body: JSON.stringify({ email, password: 'correct horse battery' }),
  })
  if (response.headers.get('location') !== '/dashboard') throw new Error('sign-in did not work')
  const post = (path: string, body: unknown) => send(path, { method: 'POST', body: JSON.stringify(body) })
  /** Opens a live stream under that name; what arrives is gathered in `heard`. */
  const open = async (uid: string) => {
    const abort = new AbortController()
    const response = await send(`/__transmit/events?uid=${uid}`, { signal: abort.signal })
    const stream = { status: response.status, heard: '', close: () => abort.abort() }
    const decoder = new TextDecoder()
    void (async () => {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
        stream.heard += decoder.decode(chunk, { stream: true })
    })().catch(() => {})
    return stream
  }
  return { post, open, send }
}

const subscribe = (person: Awaited<ReturnType<typeof signIn>>, uid: string, channel: unknown, query = '') =>
  person.post(`/__transmit/subscribe${query}`, { uid, channel })

test.group('Live channels', () => {
  test('carry a workflow to its team and to nobody else', async ({ assert, ...context }) => {
    const [mine, theirs] = [await aTeam(), await aTeam()]
    const { id } = await aWorkflow(theirs.teamId)
    const [stranger, member] = [await signIn(mine.user.email), await signIn(theirs.user.email)]
    const [outside, inside] = [await stranger.open('outside'), await member.open('inside')]
    for (const one of [outside, inside]) context.test.cleanup(one.close)
    for (const channel of [
      `workflows/${id}`,
      `/workflows/${id}`,
      `workflows/${id}/`,
      `teams/${theirs.teamId}`,
    ]) {
      assert.equal((await subscribe(stranger, 'outside', channel)).status, 400, channel)
    }
    assert.equal((await subscribe(member, 'inside', `workflows/${id}`)).status, 204)
    await append(theirs.teamId, id, [note('for members only')])
    await wait(50)
    assert.include(inside.heard, 'for members only')
    assert.notInclude(outside.heard, 'for members only')
  })

  test('cannot be overheard through the stream of this process, nor through that of somebody else', async ({
    assert,
    ...context
  }) => {
    const [mine, theirs] = [await aTeam(), await aTeam()]
    const { id } = await aWorkflow(theirs.teamId)
    const [stranger, member] = [await signIn(mine.user.email), await signIn(theirs.user.email)]
    context.test.cleanup(listen(`workflows/${id}`, () => {}))
    const [first, second, inside] = [
      await stranger.open('in-process'),
      await stranger.open('shared'),
      await member.open('shared'),
    ]
    for (const one of [first, second, inside]) context.test.cleanup(one.close)
    const other = await aWorkflow(theirs.teamId)
    context.test.cleanup(listen(`workflows/${other.id}`, () => {}))
    await subscribe(member, 'shared', `workflows/${id}`)
    for (const one of [id, other.id]) await append(theirs.teamId, one, [note('for members only')])
    await wait(50)
    assert.include(inside.heard, 'for members only')
    assert.notInclude(first.heard + second.heard, 'for members only')
  })

  test('cannot be taken from the stream of this process or of somebody else', async ({
    assert,
    ...context
  }) => {
    const [mine, theirs] = [await aTeam(), await aTeam()]
    const { id } = await aWorkflow(theirs.teamId)
    const [stranger, member] = [await signIn(mine.user.email), await signIn(theirs.user.email)]
    const told: unknown[] = []
    context.test.cleanup(listen(`workflows/${id}`, (message) => told.push(message)))
    const inside = await member.open('inside')
    context.test.cleanup(inside.close)
    await subscribe(member, 'inside', `workflows/${id}`)
    for (const uid of ['in-process', 'inside', `${theirs.user.id}:inside`]) {
      await stranger.post('/__transmit/unsubscribe', { uid, channel: `workflows/${id}` })
      const query = `?uid=${encodeURIComponent(uid)}`
      await stranger.post(`/__transmit/unsubscribe${query}`, { uid: 'own', channel: `workflows/${id}` })
    }
    await append(theirs.teamId, id, [note('still heard')])
    await wait(50)
    assert.lengthOf(told, 1)
    assert.include(inside.heard, 'still heard')
  })

  test('fall silent for somebody who has left the team', async ({ assert, ...context }) => {
    const team = await aTeam()
    const leaver = await aMember(team.teamId, 'developer')
    const { id } = await aWorkflow(team.teamId)
    const person = await signIn(leaver.email)
    const stream = await person.open('leaver')
    context.test.cleanup(stream.close)
    assert.equal((await subscribe(person, 'leaver', `workflows/${id}`)).status, 204)
    assert.equal((await subscribe(person, 'leaver', `teams/${team.teamId}`)).status, 204)
    await withTeam(team.teamId, (trx) => trx.from('memberships').where('user_id', leaver.id).delete())
    await reviewLiveRights()
    await append(team.teamId, id, [note('after leaving')])
    await wait(50)
    assert.notInclude(stream.heard, 'after leaving')
  })

  test('are closed to a role that may not read workflows: {$self}')
    .with<Role[]>(['billing'])
    .run(async ({ assert, ...context }, role) => {
      const team = await aTeam()
      const member = await aMember(team.teamId, role)
      const { id } = await aWorkflow(team.teamId)
      const person = await signIn(member.email)
      const stream = await person.open('reader')
      context.test.cleanup(stream.close)
      assert.equal((await subscribe(person, 'reader', `workflows/${id}`)).status, 400)
      assert.equal((await subscribe(person, 'reader', `teams/${team.teamId}`)).status, 400)
    })

  test('exist only where something is said', async ({ assert, ...context }) => {
    const { user } = await aTeam()
    const person = await signIn(user.email)
    const stream = await person.open('any')
    context.test.cleanup(stream.close)
    for (const channel of [
      'anything',
      'workflows',
      'workflows/1',
      '*',
      '',
      '__proto__',
      ['workflows/1'],
      { a: 1 },
      null,
    ]) {
      assert.equal((await subscribe(person, 'any', channel)).status, 400, JSON.stringify(channel))
    }
    assert.equal((await person.send('/__transmit/events')).status, 400)
    assert.equal((await subscribe(person, randomUUID(), `teams/${randomUUID()}`)).status, 400)
  })
})

test.group('The stream of the API', () => {
  test('ends when its person may not read any more', async ({ assert }) => {
    const team = await aTeam()
    const member = await aMember(team.teamId, 'developer')
    const { token } = await aToken({ teamId: team.teamId, user: member }, ['read'])
    const { id } = await aWorkflow(team.teamId)
    const response = await fetch(`${base}/api/workflows/${id}/events/stream`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(15_000),
    })
    await withTeam(team.teamId, (trx) =>
      trx.from('memberships').where('user_id', member.id).update({ role: 'billing' })
    )
    // A right that was taken away may be believed in for four seconds.
    await wait(4100)
    await append(team.teamId, id, [note('not for billing')])
    assert.notInclude(await response.text(), 'not for billing')
  }).timeout(20_000)
})
