import limiter from '@adonisjs/limiter/services/main'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { listSessions } from '#accounts/queries/list_sessions'
import { withTeam } from '#accounts/services/tenancy'
import { storedSessions } from '#tests/support/stored_sessions'
import { aTeam } from '#tests/support/team'
import { Visitor } from '#tests/support/visitor'

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'

async function signedIn(email: string, userAgent = firefox, extra: object = {}) {
  const visitor = new Visitor({ 'user-agent': userAgent })
  const answer = await visitor.signIn(email, undefined, extra)
  if (answer.location !== '/dashboard') throw new Error(`not signed in: ${answer.status} ${answer.text}`)
  return visitor
}

const sessionCount = async (userId: string) => (await listSessions(userId, '')).length

test.group('A session', (group) => {
  group.setup(storedSessions)
  group.each.setup(() => limiter.clear())

  test('of somebody who only looks around is no row', async ({ assert }) => {
    const count = async () => (await db.from('sessions').count('* as count').firstOrFail()).count
    const before = await count()
    const visitor = new Visitor()
    for (const path of ['/', '/login', '/signup', '/dashboard', '/login']) await visitor.get(path)
    assert.equal(await count(), before)
    assert.isTrue(visitor.cookies.has('agentops_session'))
  })

  test('begins where its person was going, also when another tab has begun it', async ({ assert }) => {
    const { user } = await aTeam()
    const visitor = new Visitor()
    assert.equal((await visitor.get('/settings/privacy')).location, '/login')
    assert.include((await visitor.get('/login')).text, 'Sign in to go on.')
    assert.equal((await visitor.signIn(user.email)).location, '/settings/privacy')

    const clicking = new Visitor()
    const asPage = { 'x-inertia': 'true', 'x-requested-with': 'XMLHttpRequest' }
    await clicking.get('/settings/roles?from=members', asPage)
    assert.equal((await clicking.signIn(user.email)).location, '/settings/roles?from=members')

    const twoTabs = new Visitor()
    await twoTabs.get('/settings/privacy')
    const { location } = await twoTabs.send('POST', '/login', {
      email: user.email,
      password: 'correct horse battery',
    })
    assert.equal(location, '/settings/privacy')
    assert.equal((await twoTabs.get('/login')).location, '/dashboard')
  })

  test('is listed with device, address and times', async ({ assert }) => {
    const { user } = await aTeam()
    await signedIn(user.email)
    const here = await signedIn(user.email, phone)
    const answer = await here.get('/settings/sessions', { 'x-inertia': 'true', 'x-inertia-version': '1' })
    const page = answer.status === 409 ? await here.get('/settings/sessions') : answer
    assert.equal(page.status, 200)
    const sessions = await listSessions(user.id, '')
    assert.sameMembers(
      sessions.map(({ device }) => device),
      ['Firefox on Windows', 'Safari on iPhone']
    )
    for (const session of sessions) {
      assert.equal(session.address, '127.0.0.1')
      assert.closeTo(session.signedInAt!.getTime(), Date.now(), 10_000)
      assert.closeTo(session.lastSeenAt.getTime(), Date.now(), 10_000)
    }
  })

  test('gets a new id at sign-in, and the old one counts for nothing', async ({ assert }) => {
    const { user } = await aTeam()
    const visitor = new Visitor()
    await visitor.get('/login')
    const before = new Map(visitor.cookies)
    await visitor.signIn(user.email)
    assert.notEqual(visitor.cookies.get('agentops_session'), before.get('agentops_session'))
    const old = new Visitor()
    for (const [name, value] of before) old.cookies.set(name, value)
    assert.equal((await old.get('/dashboard')).location, '/login')
  })

  test('gets a new id when its person gets another role', async ({ assert }) => {
    const { user, teamId } = await aTeam()
    const visitor = await signedIn(user.email)
    const id = () => visitor.cookies.get('agentops_session')
    const before = id()
    await visitor.get('/dashboard')
    assert.equal(id(), before)
    await withTeam(teamId, (trx) =>
      trx.from('memberships').where('user_id', user.id).update({ role: 'viewer' })
    )
    assert.equal((await visitor.get('/dashboard')).status, 200)
    assert.notEqual(id(), before)
    const old = new Visitor()
    old.cookies.set('agentops_session', before!)
    assert.equal((await old.get('/dashboard')).location, '/login')
    assert.equal((await visitor.get('/dashboard')).status, 200)
  })

  test('cannot be used by who reads the table', async ({ assert }) => {
    const { user } = await aTeam()
    const visitor = await signedIn(user.email)
    const [row] = await db.from('sessions').where('user_id', user.id).select('id')
    assert.notInclude([...visitor.cookies.values()].join(), row.id)
  })

  test('ends at sign-out, also for a copy of its cookies', async ({ assert }) => {
    const { user } = await aTeam()
    const visitor = await signedIn(user.email)
    const copy = new Visitor()
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value)
    assert.equal((await copy.get('/dashboard')).status, 200)
    await visitor.send('POST', '/logout')
    assert.equal((await copy.get('/dashboard')).location, '/login')
    assert.equal(await sessionCount(user.id), 0)
  })

  test('is ended from another one, which only its person can do', async ({ assert }) => {
    const { user } = await aTeam()
    const stranger = await aTeam()
    const there = await signedIn(user.email)
    const id = (await listSessions(user.id, ''))[0]!.id
    const elsewhere = await signedIn(stranger.user.email)
    const refused = await elsewhere.send(
      'DELETE',
      `/settings/sessions/${id}`,
      {},
      { accept: 'application/json' }
    )
    assert.equal(refused.status, 404)
    assert.equal((await there.get('/dashboard')).status, 200)

    const here = await signedIn(user.email, phone)
    await here.send('DELETE', `/settings/sessions/${id}`)
    assert.equal((await there.get('/dashboard')).location, '/login')
    assert.equal((await here.get('/dashboard')).status, 200)
  })

  test('ends with all others but the one that asks', async ({ assert }) => {
    const { user } = await aTeam()
    const others = [await signedIn(user.email), await signedIn(user.email, phone)]
    const here = await signedIn(user.email)
    await here.send('DELETE', '/settings/sessions')
    for (const other of others) assert.equal((await other.get('/dashboard')).location, '/login')
    assert.equal((await here.get('/dashboard')).status, 200)
    assert.equal(await sessionCount(user.id), 1)
  })

  test('that was ended while a request ran does not come back with its answer', async ({ assert }) => {
    const { user } = await aTeam()
    const visitor = await signedIn(user.email)
    const running = Promise.all([
      visitor.send('PUT', '/settings/profile', { fullName: 'Somebody Else' }),
      db.from('sessions').where('user_id', user.id).delete(),
    ])
    await running
    await visitor.send('PUT', '/settings/profile', { fullName: 'Somebody Else' })
    assert.equal((await visitor.get('/dashboard')).location, '/login')
    assert.equal(await sessionCount(user.id), 0)
  })

  test('goes with the browser, unless one wants to stay signed in', async ({ assert }) => {
    const { user } = await aTeam()
    const passing = await signedIn(user.email)
    const staying = await signedIn(user.email, firefox, { remember: 'on' })
    for (const visitor of [passing, staying]) {
      await visitor.get('/dashboard')
      visitor.close()
    }
    assert.equal((await passing.get('/dashboard')).location, '/login')
    assert.equal((await staying.get('/dashboard')).status, 200)
    const { rows } = await db.rawQuery(
      `select round(extract(epoch from expires_at - now()) / 86400) as days from sessions where user_id = ? order by 1`,
      [user.id]
    )
    assert.deepEqual(
      rows.map(({ days }: { days: string }) => Number(days)),
      [1, 30]
    )
  })

  test('ends after ninety days, however often it was used', async ({ assert }) => {
    const { user } = await aTeam()
    const visitor = await signedIn(user.email, firefox, { remember: 'on' })
    await db
      .from('sessions')
      .where('user_id', user.id)
      .update({ signed_in_at: new Date(Date.now() - 91 * 86_400_000) })
    assert.equal((await visitor.get('/dashboard')).location, '/login')
  })

  test('leads back to the page that was asked for first', async ({ assert }) => {
    const { user } = await aTeam()
    const visitor = new Visitor()
    await visitor.get('/settings/sessions')
    assert.equal((await visitor.signIn(user.email)).location, '/settings/sessions')
  })
})
