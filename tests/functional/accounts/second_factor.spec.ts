import encryption from '@adonisjs/core/services/encryption'
import limiter from '@adonisjs/limiter/services/main'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { generate } from 'otplib'
import BeginTotp from '#accounts/actions/begin_totp'
import ConfirmTotp from '#accounts/actions/confirm_totp'
import type User from '#accounts/models/user'
import { secondFactorsOf } from '#accounts/services/second_factor'
import { withUser } from '#accounts/services/tenancy'
import { ownActions } from '#tests/support/audit'
import { mailsTo } from '#tests/support/mail'
import { storedSessions } from '#tests/support/stored_sessions'
import { aTeam } from '#tests/support/team'
import { Visitor } from '#tests/support/visitor'

const by = (user: User) => ({ kind: 'person' as const, userId: user.id, name: user.fullName })
const seconds = () => Math.floor(Date.now() / 1000)
const codeAt = (secret: string, step = 0) => generate({ secret, epoch: seconds() + step * 30 })

const secretOf = (user: User) =>
  withUser(user.id, async (trx) => {
    const row = await trx.from('totp_secrets').where('user_id', user.id).firstOrFail()
    return encryption.decrypt<string>(row.secret_encrypted)!
  })

/** Somebody with an authenticator app, whose last code was used a while ago. */
async function withApp() {
  const { user } = await aTeam()
  await new BeginTotp().execute({ userId: user.id, email: user.email })
  const secret = await secretOf(user)
  const result = await new ConfirmTotp().execute({ user, code: await codeAt(secret), by: by(user) })
  if (!result.ok || !result.value) throw new Error('the app was not added')
  await withUser(user.id, (trx) => trx.from('totp_secrets').update({ last_step: 0 }))
  return { user, secret, recoveryCodes: result.value }
}

async function halfIn(user: User) {
  const visitor = new Visitor()
  const answer = await visitor.signIn(user.email)
  if (answer.location !== '/login/second-factor') throw new Error(`not asked: ${answer.location}`)
  return visitor
}

const enter = (visitor: Visitor, code: string) => visitor.send('POST', '/login/second-factor', { code })

test.group('An authenticator app', (group) => {
  group.setup(storedSessions)
  group.each.setup(() => limiter.clear())

  test('is added with the first code that fits, and recovery codes come with it', async ({ assert }) => {
    const { user } = await aTeam()
    const visitor = new Visitor({ accept: 'application/json' })
    await visitor.signIn(user.email)
    const begun = await visitor.send('POST', '/settings/totp')
    assert.equal(begun.headers.get('cache-control'), 'no-store')
    const { manualKey, qrCode } = begun.json() as { manualKey: string; qrCode: string }
    const secret = manualKey.replaceAll(' ', '')
    assert.equal(secret, await secretOf(user))
    assert.match(qrCode, /^<svg/)
    assert.isFalse((await secondFactorsOf(user.id)).totp)
    assert.equal((await visitor.send('PUT', '/settings/totp', { code: '000000' })).status, 422)
    const done = await visitor.send('PUT', '/settings/totp', { code: await codeAt(secret) })
    assert.lengthOf((done.json() as { recoveryCodes: string[] }).recoveryCodes, 10)
    assert.deepEqual(await secondFactorsOf(user.id), { totp: true, passkeys: 0, recoveryCodes: 10 })
    assert.equal((await mailsTo(user.email))[0]?.subject, 'Two-step verification is on')
    assert.equal((await visitor.send('POST', '/settings/totp')).status, 409)
  })

  test('is asked for after the password, before anything can be seen', async ({ assert }) => {
    const { user, secret } = await withApp()
    const visitor = await halfIn(user)
    assert.equal((await visitor.get('/dashboard')).location, '/login')
    assert.equal((await visitor.get('/login/second-factor')).status, 200)
    assert.equal((await enter(visitor, await codeAt(secret))).location, '/dashboard')
    assert.equal((await visitor.get('/dashboard')).status, 200)
  })

  test('takes the code of the step before and after, and no other', async ({ assert }) => {
    for (const [step, right] of [
      [-2, false],
      [-1, true],
      [1, true],
      [2, false],
    ] as const) {
      const { user, secret } = await withApp()
      // A step that ends while the code is on its way would make it one older.
      if (seconds() % 30 > 27) await new Promise((resolve) => setTimeout(resolve, 3000))
      const answer = await enter(await halfIn(user), await codeAt(secret, step))
      assert.equal(answer.location === '/dashboard', right, `step ${step}`)
    }
  })

  test('takes a code once, also when it comes twice at the same time', async ({ assert }) => {
    const { user, secret } = await withApp()
    const visitors = await Promise.all([halfIn(user), halfIn(user), halfIn(user), halfIn(user)])
    const code = await codeAt(secret)
    const answers = await Promise.all(visitors.map((visitor) => enter(visitor, code)))
    assert.lengthOf(
      answers.filter(({ location }) => location === '/dashboard'),
      1
    )
    assert.notEqual((await enter(await halfIn(user), code)).location, '/dashboard')
  })

  test('takes no code older than one that was used', async ({ assert }) => {
    const { user, secret } = await withApp()
    await enter(await halfIn(user), await codeAt(secret, 1))
    assert.notEqual((await enter(await halfIn(user), await codeAt(secret, 0))).location, '/dashboard')
  })

  test('can be guessed ten times, be it in one session or in several', async ({ assert }) => {
    const { user, secret } = await withApp()
    for (let session = 0; session < 2; session++) {
      const visitor = await halfIn(user)
      for (let tries = 0; tries < 5; tries++) assert.equal((await enter(visitor, '000000')).status, 302)
    }
    const right = await codeAt(secret)
    assert.equal((await enter(await halfIn(user), right)).status, 429)
    assert.lengthOf(
      (await ownActions(user.id)).filter((action) => action === 'second_factor.refused'),
      10
    )
    const warnings = (await mailsTo(user.email)).filter(({ subject }) => subject.startsWith('Wrong codes'))
    assert.lengthOf(warnings, 1)
  })

  test('is no use without the password', async ({ assert }) => {
    const { secret } = await withApp()
    const stranger = new Visitor()
    assert.equal((await stranger.get('/login/second-factor')).location, '/login')
    assert.equal((await enter(stranger, await codeAt(secret))).location, '/login')
  })

  test('is replaced by a recovery code, each of which counts once', async ({ assert }) => {
    const { user, recoveryCodes } = await withApp()
    const typed = recoveryCodes[0]!.toUpperCase().replaceAll('-', ' ')
    assert.equal((await enter(await halfIn(user), typed)).location, '/dashboard')
    assert.notEqual((await enter(await halfIn(user), recoveryCodes[0]!)).location, '/dashboard')
    assert.equal((await secondFactorsOf(user.id)).recoveryCodes, 9)
    assert.equal((await mailsTo(user.email))[0]?.subject, 'A recovery code was used')
    const stored = await db.connection('owner').from('recovery_codes').where('user_id', user.id)
    assert.notInclude(JSON.stringify(stored), recoveryCodes[1]!)
  })

  test('takes its recovery codes along when it goes', async ({ assert }) => {
    const { user, secret } = await withApp()
    const visitor = await halfIn(user)
    await enter(visitor, await codeAt(secret))
    await visitor.get('/dashboard')
    await visitor.send('DELETE', '/settings/totp')
    assert.deepEqual(await secondFactorsOf(user.id), { totp: false, passkeys: 0, recoveryCodes: 0 })
    assert.equal((await new Visitor().signIn(user.email)).location, '/dashboard')
  })

  test('keeps its secret encrypted, and to its person', async ({ assert }) => {
    const { user, secret } = await withApp()
    const row = await db.connection('owner').from('totp_secrets').where('user_id', user.id).firstOrFail()
    assert.notInclude(JSON.stringify(row), secret)
    const stranger = await aTeam()
    const seen = await withUser(stranger.user.id, (trx) => trx.from('totp_secrets').where('user_id', user.id))
    assert.isEmpty(seen)
    assert.isEmpty(await db.from('totp_secrets'))
    await db.manager.close('owner')
  })
})
