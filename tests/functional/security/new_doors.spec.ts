import { hash, randomBytes } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import limiter from '@adonisjs/limiter/services/main'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { generate } from 'otplib'
import BeginTotp from '#accounts/actions/begin_totp'
import ChangePassword from '#accounts/actions/change_password'
import CheckSecondFactor from '#accounts/actions/check_second_factor'
import GrantByPassword from '#accounts/actions/grant_by_password'
import ResetPassword from '#accounts/actions/reset_password'
import { oauthClient } from '#accounts/enums/oauth_client'
import type User from '#accounts/models/user'
import { issueMailToken } from '#accounts/services/mail_tokens'
import type { OauthError } from '#accounts/services/oauth_error'
import { withTeam, withUser } from '#accounts/services/tenancy'
import { anApiUser } from '#tests/support/api'
import { aTeam } from '#tests/support/team'

const password = 'correct horse battery'
const by = (user: User) => ({ kind: 'person' as const, userId: user.id, name: user.fullName })

const passwordGrant = (client: ApiClient, user: User, more: object = {}) =>
  client
    .post('/api/auth/token')
    .json({ grant_type: 'password', username: user.email, password, scope: 'read', ...more })

async function withAuthenticator(user: User) {
  await new BeginTotp().execute({ userId: user.id, email: user.email })
  await withUser(user.id, (trx) => trx.from('totp_secrets').update({ confirmed_at: new Date() }))
}

test.group('A second factor', (group) => {
  group.each.setup(() => limiter.clear())

  test('is not an authenticator app that was never confirmed', async ({ assert }) => {
    const { user } = await aTeam()
    await new BeginTotp().execute({ userId: user.id, email: user.email })
    const secret = await withUser(user.id, async (trx) => {
      const row = await trx.from('totp_secrets').where('user_id', user.id).firstOrFail()
      return encryption.decrypt<string>(row.secret_encrypted)!
    })
    const code = await generate({ secret })
    assert.isFalse(await new CheckSecondFactor().execute({ user, code, by: by(user) }))
  })

  test('cannot be guessed with the password at the token endpoint, wherever the guesses come from', async ({
    assert,
  }) => {
    const { user } = await aTeam()
    await withAuthenticator(user)
    const guess = (address: string) =>
      new GrantByPassword()
        .execute({
          email: user.email,
          password,
          oneTimeCode: '000000',
          teamId: null,
          scopes: ['read'],
          client: oauthClient('agentops-api')!,
          address,
        })
        .then(
          () => 'granted',
          (error: OauthError) => error.code
        )
    const answers: string[] = []
    for (let tries = 0; tries < 11; tries += 1) answers.push(await guess(`192.0.2.${tries}`))
    assert.deepEqual(answers, [...Array(10).fill('invalid_grant'), 'slow_down'])
  }).timeout(20_000)
})

test.group('Programs that signed in with a password', (group) => {
  group.each.setup(() => limiter.clear())

  const newPassword = 'another horse battery'
  const ways = {
    'is reset': async (user: User) => {
      const secret = await withUser(user.id, (trx) =>
        issueMailToken(trx, 'reset', { userId: user.id, email: user.email })
      )
      return new ResetPassword().execute({ secret, password: newPassword, address: null })
    },
    'is changed': async (user: User) => {
      const input = { userId: user.id, password: newPassword, sessionKey: 'x', by: by(user) }
      await new ChangePassword().execute(input)
      return true
    },
  }
  for (const [name, change] of Object.entries(ways)) {
    test(`are out when it ${name}`, async ({ client, assert }) => {
      const { user } = await aTeam()
      const { access_token, refresh_token } = (await passwordGrant(client, user)).body()
      assert.isTrue(await change(user))
      const refreshed = await client
        .post('/api/auth/token')
        .form({ grant_type: 'refresh_token', refresh_token, client_id: 'agentops-api' })
      refreshed.assertStatus(400)
      const me = await client.get('/api/me').header('authorization', `Bearer ${access_token}`)
      me.assertStatus(401)
    })
  }
})

test.group('A program that asks to act for a person', () => {
  test('is allowed only by whoever has confirmed that it is them', async ({ client, assert }) => {
    const { user } = await aTeam()
    const question = {
      response_type: 'code',
      client_id: 'agentops-cli',
      redirect_uri: 'http://127.0.0.1:41234/callback',
      code_challenge: hash('sha256', randomBytes(32).toString('base64url'), 'base64url'),
      code_challenge_method: 'S256',
      scope: 'admin',
    }
    const response = await client
      .post('/oauth/authorize')
      .qs(question)
      .loginAs(user)
      .withCsrfToken()
      .withInertia()
      .form({ decision: 'allow' })
    response.assertStatus(428)
    assert.isUndefined(response.header('x-inertia-location'))
  })
})

test.group('The Model Context Protocol', () => {
  test('takes one call a request, as a request is what is counted', async ({ client, assert }) => {
    const { token } = await anApiUser(['read'])
    const calls = [1, 2].map((id) => ({ jsonrpc: '2.0', id, method: 'tools/list' }))
    const response = await client
      .post('/mcp')
      .headers({ authorization: `Bearer ${token}`, accept: 'application/json, text/event-stream' })
      .json(calls)
    response.assertStatus(400)
    assert.equal(response.body().error.code, -32600)
  })
})

test.group('Somebody who is in no team (any more)', () => {
  test('can take their data along and delete their account all the same', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    await withTeam(teamId, (trx) => trx.from('memberships').where('user_id', user.id).delete())
    const page = await client.get('/settings/privacy').loginAs(user).withInertia()
    page.assertStatus(200)
    const send = (path: string, body: object) =>
      client
        .post(path)
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
        .form(body)
    const exported = await send('/settings/privacy/exports', {})
    assert.equal(exported.header('location'), '/settings/privacy')
    const deleted = await send('/settings/privacy/deletion', { confirmation: user.email })
    assert.equal(deleted.header('location'), '/login')
    const row = await db.from('users').where('id', user.id).first()
    assert.isNotNull(row.purge_at)
  })
})
