import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import limiter from '@adonisjs/limiter/services/main'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import ChangePassword from '#accounts/actions/change_password'
import EndOtherSessions from '#accounts/actions/end_other_sessions'
import EndSession from '#accounts/actions/end_session'
import RevokeApiToken from '#accounts/actions/revoke_api_token'
import type { Role } from '#accounts/enums/role'
import type User from '#accounts/models/user'
import { listSessions } from '#accounts/queries/list_sessions'
import { forgetApiToken } from '#accounts/services/api_token_check'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import env from '#start/env'
import { append, aToken, aWorkflow, note } from '#tests/support/api'
import { storedSessions } from '#tests/support/stored_sessions'
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
  /** Opens a live channel; what arrives is gathered in `heard`. */
  const open = async (channel: string) => {
    const abort = new AbortController()
    const response = await send(`/live/${channel}`, { signal: abort.signal })
    const stream = {
      status: response.status,
      heard: '',
      over: false,
      ended: Promise.resolve(),
      close: () => abort.abort(),
    }
    const decoder = new TextDecoder()
    const read = async () => {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
        stream.heard += decoder.decode(chunk, { stream: true })
    }
    stream.ended = read()
      .catch(() => {})
      .finally(() => {
        stream.over = true
      })
    return stream
  }
  return { open, send }
}

test.group('Live channels', () => {
  test('carry a workflow to its team and to nobody else', async ({ assert, ...context }) => {
    const [mine, theirs] = [await aTeam(), await aTeam()]
    const { id } = await aWorkflow(theirs.teamId)
    const [stranger, member] = [await signIn(mine.user.email), await signIn(theirs.user.email)]
    const [outside, inside] = [
      await stranger.open(`teams/${mine.teamId}`),
      await member.open(`workflows/${id}`),
    ]
    for (const one of [outside, inside]) context.test.cleanup(one.close)
    assert.deepEqual([outside.status, inside.status], [200, 200])
    for (const channel of [
      `workflows/${id}`,
      `/workflows/${id}`,
      `workflows/${id}/`,
      `teams/${theirs.teamId}`,
    ]) {
      const refused = await stranger.open(channel)
      context.test.cleanup(refused.close)
      assert.equal(refused.status, 404, channel)
    }
    await append(theirs.teamId, id, [note('for members only')])
    await wait(50)
    assert.include(inside.heard, 'for members only')
    assert.notInclude(outside.heard, 'for members only')
  })

  test('end for somebody who has left the team', async ({ assert, ...context }) => {
    const team = await aTeam()
    const leaver = await aMember(team.teamId, 'developer')
    const { id } = await aWorkflow(team.teamId)
    const person = await signIn(leaver.email)
    const streams = [await person.open(`workflows/${id}`), await person.open(`teams/${team.teamId}`)]
    for (const stream of streams) {
      context.test.cleanup(stream.close)
      assert.equal(stream.status, 200)
    }
    await withTeam(team.teamId, (trx) => trx.from('memberships').where('user_id', leaver.id).delete())
    await reviewLiveRights()
    await append(team.teamId, id, [note('after leaving')])
    for (const stream of streams) {
      await stream.ended
      assert.notInclude(stream.heard, 'after leaving')
    }
  })

  test('are closed to a role that may not read workflows: {$self}')
    .with<Role[]>(['billing'])
    .run(async ({ assert, ...context }, role) => {
      const team = await aTeam()
      const member = await aMember(team.teamId, role)
      const { id } = await aWorkflow(team.teamId)
      const person = await signIn(member.email)
      for (const channel of [`workflows/${id}`, `teams/${team.teamId}`]) {
        const stream = await person.open(channel)
        context.test.cleanup(stream.close)
        assert.equal(stream.status, 404, channel)
      }
    })

  test('exist only where something is said', async ({ assert, ...context }) => {
    const { user } = await aTeam()
    const person = await signIn(user.email)
    for (const channel of [
      'anything',
      'workflows',
      'workflows/1',
      'workflows/*',
      `cancellations/${randomUUID()}`,
      `__proto__/${randomUUID()}`,
      `teams/${randomUUID()}`,
      `projects/${randomUUID()}`,
    ]) {
      const stream = await person.open(channel)
      context.test.cleanup(stream.close)
      assert.equal(stream.status, 404, channel)
    }
  })

  test('need a signed-in person', async ({ assert }) => {
    const { teamId } = await aTeam()
    const response = await fetch(`${base}/live/teams/${teamId}`, { redirect: 'manual' })
    assert.equal(response.headers.get('location'), '/login')
  })
})

test.group('Live channels of a session', (group) => {
  group.setup(storedSessions)
  group.each.setup(() => limiter.clear())

  const by = (user: User) => ({ kind: 'person' as const, userId: user.id, name: user.fullName })
  const keys = async (user: User) => (await listSessions(user.id, '')).map(({ id }) => id)
  const endings: Record<string, (user: User) => Promise<unknown>> = {
    'the session is ended': async (user) => {
      const [id] = await keys(user)
      return new EndSession().execute({ userId: user.id, id: id!, by: by(user) })
    },
    'all others are ended': (user) =>
      new EndOtherSessions().execute({ userId: user.id, sessionKey: 'of another device', by: by(user) }),
    'the password is changed elsewhere': (user) =>
      new ChangePassword().execute({
        userId: user.id,
        password: 'four other words together',
        sessionKey: 'of another device',
        by: by(user),
      }),
    'the person is suspended': (user) =>
      sql(db, 'update users set suspended_at = now() where id = ?', [user.id]),
    'the session expires': (user) =>
      sql(db, 'update sessions set expires_at = now() where user_id = ?', [user.id]),
  }

  test('end when {$self}')
    .with(Object.keys(endings))
    .run(async ({ assert, ...context }, reason) => {
      const { user, teamId } = await aTeam()
      const stream = await (await signIn(user.email)).open(`teams/${teamId}`)
      context.test.cleanup(stream.close)
      assert.equal(stream.status, 200)
      await endings[reason]!(user)
      await reviewLiveRights()
      await stream.ended
    })

  test('go on when another session ends', async ({ assert, ...context }) => {
    const { user, teamId } = await aTeam()
    const here = await (await signIn(user.email)).open(`teams/${teamId}`)
    const [first] = await keys(user)
    const there = await (await signIn(user.email)).open(`teams/${teamId}`)
    for (const stream of [here, there]) context.test.cleanup(stream.close)
    await new EndSession().execute({ userId: user.id, id: first!, by: by(user) })
    await reviewLiveRights()
    await here.ended
    assert.isFalse(there.over)
  })

  test('end when an operator stops acting in that place', async ({ assert, ...context }) => {
    const [operator, { user, teamId }] = [await aTeam('Olive Operator'), await aTeam()]
    await sql(db, 'update users set is_operator = true where id = ?', [operator.user.id])
    const person = await signIn(operator.user.email)
    await person.send('/admin')
    await person.send(`/admin/users/${user.id}/impersonation`, {
      method: 'POST',
      body: JSON.stringify({ reason: 'asked for help with a workflow' }),
    })
    const stream = await person.open(`teams/${teamId}`)
    context.test.cleanup(stream.close)
    assert.equal(stream.status, 200)
    await reviewLiveRights()
    assert.isFalse(stream.over)
    await person.send('/impersonation', { method: 'DELETE' })
    await reviewLiveRights()
    await stream.ended
  })
})

test.group('The stream of the API', () => {
  test('ends when its token is {$self}')
    .with(['revoked', 'expired'])
    .run(async ({ assert }, end) => {
      const team = await aTeam()
      const { token, id: tokenId } = await aToken(team, ['read'])
      const { id } = await aWorkflow(team.teamId)
      const response = await fetch(`${base}/api/workflows/${id}/events/stream`, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(15_000),
      })
      if (end === 'revoked')
        await new RevokeApiToken().execute({ teamId: team.teamId, userId: team.user.id, id: tokenId })
      else {
        await withTeam(team.teamId, (trx) =>
          trx
            .from('api_tokens')
            .where('id', tokenId)
            .update({ expires_at: new Date(0) })
        )
        forgetApiToken(tokenId)
      }
      await append(team.teamId, id, [note('for no token any more')])
      assert.notInclude(await response.text(), 'for no token any more')
    })

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
