import { randomUUID } from 'node:crypto'
import limiter from '@adonisjs/limiter/services/main'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import RegisterUser from '#accounts/actions/register_user'
import RequestEmailVerification from '#accounts/actions/request_email_verification'
import { forgetExpiredSecrets } from '#accounts/jobs/forget_expired_secrets'
import User from '#accounts/models/user'
import { ownActions } from '#tests/support/audit'
import { linkIn, mailsTo } from '#tests/support/mail'
import { storedSessions } from '#tests/support/stored_sessions'
import { aTeam } from '#tests/support/team'
import { Visitor } from '#tests/support/visitor'

const fresh = () => `${randomUUID()}@example.test`
const confirmed = () => ({ confirmed_at: Date.now() })

async function anUnverified() {
  const { user } = await new RegisterUser().execute({
    fullName: 'Ada Lovelace',
    email: fresh(),
    password: 'correct horse battery',
  })
  return user
}

/** As if it had been mailed long ago. */
const grow = (userId: string, hours: number) =>
  db
    .connection('owner')
    .rawQuery(
      `update mail_tokens set expires_at = expires_at - make_interval(hours => ?) where user_id = ?`,
      [hours, userId]
    )

test.group('Verifying an address', (group) => {
  group.each.setup(() => limiter.clear())
  group.teardown(() => db.manager.close('owner'))

  test('takes a click on the page behind the link, once', async ({ client, assert }) => {
    const user = await anUnverified()
    await client.post('/email/verification').loginAs(user).withCsrfToken()
    const link = linkIn((await mailsTo(user.email))[0])
    for (let looks = 0; looks < 2; looks++) (await client.get(link)).assertStatus(200)
    assert.isNull((await User.findOrFail(user.id)).emailVerifiedAt)
    await client.put(link).withCsrfToken()
    assert.isNotNull((await User.findOrFail(user.id)).emailVerifiedAt)
    assert.include(await ownActions(user.id), 'email.verified')
    const again = await client.put(link).withCsrfToken().redirects(0)
    assert.include(again.flashMessage('error'), 'does not count any more')
  })

  test('refuses a link that is {$self}')
    .with(['expired', 'replaced', 'for an address changed since', 'made up'] as const)
    .run(async ({ client, assert }, why) => {
      const user = await anUnverified()
      await new RequestEmailVerification().execute(user)
      let link = linkIn((await mailsTo(user.email))[0])
      if (why === 'expired') await grow(user.id, 73)
      if (why === 'replaced') await new RequestEmailVerification().execute(user)
      if (why === 'for an address changed since') await user.merge({ email: fresh() }).save()
      if (why === 'made up') link = `/email/verify/${'x'.repeat(43)}`
      const response = await client.put(link).withCsrfToken().redirects(0)
      assert.include(response.flashMessage('error'), 'does not count any more')
      assert.isNull((await User.findOrFail(user.id)).emailVerifiedAt)
    })

  test('sends a mail only to somebody who is signed in, and not without end', async ({ client, assert }) => {
    const user = await anUnverified()
    const stranger = await client.post('/email/verification').withCsrfToken().redirects(0)
    assert.equal(stranger.header('location'), '/login')
    let sent = 0
    for (let tries = 0; tries < 12; tries++) {
      const response = await client
        .post('/email/verification')
        .loginAs(user)
        .withCsrfToken()
        .redirects(0)
        .header('accept', 'application/json')
      if (response.status() !== 429) sent += 1
    }
    assert.equal(sent, 10)
  })
})

test.group('A forgotten password', (group) => {
  group.setup(storedSessions)
  group.each.setup(() => limiter.clear())
  group.teardown(() => db.manager.close('owner'))

  const forgot = (email: string) => new Visitor().send('POST', '/password/forgot', { email })
  const reset = (link: string, password = 'four words that rhyme') =>
    new Visitor().send('PUT', link, { password })

  test('is replaced by the mailed link, which ends every session and tells the owner', async ({ assert }) => {
    const { user } = await aTeam()
    const elsewhere = new Visitor()
    await elsewhere.signIn(user.email)
    assert.equal((await elsewhere.get('/dashboard')).status, 200)
    await forgot(user.email.toUpperCase())
    const link = linkIn((await mailsTo(user.email))[0])
    assert.equal((await new Visitor().get(link)).status, 200)
    assert.equal((await reset(link)).location, '/login')
    assert.equal((await elsewhere.get('/dashboard')).location, '/login')
    assert.notEqual((await new Visitor().signIn(user.email)).location, '/dashboard')
    assert.equal((await new Visitor().signIn(user.email, 'four words that rhyme')).location, '/dashboard')
    assert.include(await ownActions(user.id), 'password.reset')
    assert.equal((await mailsTo(user.email))[0]?.subject, 'Your password was changed')
  })

  test('is not replaced by a link that is {$self}')
    .with(['used', 'expired', 'of an earlier request', 'a link for something else'] as const)
    .run(async ({ assert }, why) => {
      const { user } = await aTeam()
      await forgot(user.email)
      let link = linkIn((await mailsTo(user.email))[0])
      if (why === 'used') await reset(link)
      if (why === 'expired') await grow(user.id, 2)
      if (why === 'of an earlier request') {
        await forgot(user.email)
        await mailsTo(user.email)
      }
      if (why === 'a link for something else') link = link.replace('/password/reset/', '/email/verify/')
      const answer = await reset(link, 'another fine passphrase')
      assert.notEqual(answer.status, 200)
      assert.notEqual(
        (await new Visitor().signIn(user.email, 'another fine passphrase')).location,
        '/dashboard'
      )
    })

  test('answers alike, with the same work, whether there is an account or not', async ({ assert }) => {
    const { user } = await aTeam()
    const unknown = fresh()
    const queries: string[][] = []
    const answers = []
    for (const email of [user.email, unknown]) {
      const seen: string[] = []
      const visitor = new Visitor()
      await visitor.get('/password/forgot')
      const count = (query: { sql: string }) => seen.push(query.sql)
      const { default: emitter } = await import('@adonisjs/core/services/emitter')
      emitter.on('db:query', count)
      const answer = await visitor.send('POST', '/password/forgot', { email })
      emitter.off('db:query', count)
      queries.push(seen)
      const page = await visitor.get('/password/forgot')
      answers.push([answer.status, answer.location, page.text.includes('on its way to it')])
    }
    assert.deepEqual(answers[0], answers[1])
    assert.deepEqual(queries[0], queries[1])
    assert.isEmpty(await mailsTo(unknown))
  })

  test('is asked for five times an hour for one address', async ({ assert }) => {
    const { user } = await aTeam()
    const statuses = []
    for (let tries = 0; tries < 6; tries++) statuses.push((await forgot(user.email)).status)
    assert.deepEqual(statuses, [302, 302, 302, 302, 302, 429])
  })

  test('may not be replaced by one of the first that are guessed', async ({ assert }) => {
    const { user } = await aTeam()
    await forgot(user.email)
    const link = linkIn((await mailsTo(user.email))[0])
    await reset(link, 'Password2024!')
    assert.notEqual((await new Visitor().signIn(user.email, 'Password2024!')).location, '/dashboard')
    assert.equal((await reset(link)).location, '/login')
  })
})

test.group('What has run out', (group) => {
  group.each.setup(() => limiter.clear())
  group.teardown(() => db.manager.close('owner'))

  test('is forgotten by the hourly job, and nothing else is', async ({ assert }) => {
    const [old, young] = [await anUnverified(), await anUnverified()]
    for (const user of [old, young]) await new RequestEmailVerification().execute(user)
    await grow(old.id, 73)
    await forgetExpiredSecrets.run(
      {},
      { id: '', teamId: null, attempt: 1, signal: new AbortController().signal }
    )
    const left = await db.connection('owner').from('mail_tokens').whereIn('user_id', [old.id, young.id])
    assert.deepEqual(
      left.map(({ user_id }) => user_id),
      [young.id]
    )
  })
})

test.group('Changing the address', (group) => {
  group.each.setup(() => limiter.clear())

  test('happens when the new one has opened its link, and both are told', async ({ client, assert }) => {
    const { user } = await aTeam()
    const before = user.email
    const email = fresh()
    await client
      .post('/settings/email')
      .loginAs(user)
      .withSession(confirmed())
      .withCsrfToken()
      .form({ email })
    assert.equal((await User.findOrFail(user.id)).email, before)
    assert.equal((await mailsTo(before))[0]?.subject, 'Your email address is to be changed')
    await client.put(linkIn((await mailsTo(email))[0])).withCsrfToken()
    const changed = await User.findOrFail(user.id)
    assert.equal(changed.email, email)
    assert.isNotNull(changed.emailVerifiedAt)
    for (const address of [before, email]) {
      assert.equal((await mailsTo(address))[0]?.subject, 'Your email address was changed')
    }
    assert.includeMembers(await ownActions(user.id), ['email.change_requested', 'email.changed'])
  })

  test('says the same for an address that somebody has, and mails it nothing', async ({ client, assert }) => {
    const { user } = await aTeam()
    const taken = (await aTeam()).user.email
    const answers = []
    for (const email of [fresh(), taken]) {
      const response = await client
        .post('/settings/email')
        .loginAs(user)
        .withSession(confirmed())
        .withCsrfToken()
        .redirects(0)
        .form({ email })
      answers.push([response.status(), String(response.flashMessage('success')).replace(email, '…')])
    }
    assert.deepEqual(answers[0], answers[1])
    assert.isEmpty(await mailsTo(taken))
  })

  test('fails when somebody took the address meanwhile', async ({ client, assert }) => {
    const { user } = await aTeam()
    const email = fresh()
    await client
      .post('/settings/email')
      .loginAs(user)
      .withSession(confirmed())
      .withCsrfToken()
      .form({ email })
    const link = linkIn((await mailsTo(email))[0])
    await new RegisterUser().execute({ fullName: 'Faster', email, password: 'correct horse battery' })
    const response = await client.put(link).withCsrfToken().redirects(0)
    assert.include(response.flashMessage('error'), 'does not count any more')
  })
})
