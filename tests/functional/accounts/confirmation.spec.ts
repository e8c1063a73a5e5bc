import limiter from '@adonisjs/limiter/services/main'
import { test } from '@japa/runner'
import { aTeam } from '#tests/support/team'

const now = () => ({ confirmed_at: Date.now() })
const json = ['accept', 'application/json'] as const

test.group('Confirming that it is you', (group) => {
  group.each.setup(() => limiter.clear())

  test('is asked for by a change, which says how it can be done', async ({ client, assert }) => {
    const { user } = await aTeam()
    const change = () =>
      client.put('/settings/password').loginAs(user).withCsrfToken().json({ password: 'x' })
    const asked = await change().header(...json)
    asked.assertStatus(428)
    assert.equal(asked.body().code, 'E_CONFIRMATION_REQUIRED')
    assert.deepEqual(asked.body().ways, { password: true, totp: false, passkey: false, providers: [] })
    const confirmed = await change()
      .header(...json)
      .withSession(now())
    confirmed.assertStatus(422)
  })

  test('is not needed for ten minutes, and then again', async ({ client }) => {
    const { user } = await aTeam()
    const change = (minutesAgo: number) =>
      client
        .put('/settings/password')
        .loginAs(user)
        .withCsrfToken()
        .header(...json)
        .withSession({ confirmed_at: Date.now() - minutesAgo * 60_000 })
        .json({ password: 'x' })
    ;(await change(9)).assertStatus(422)
    ;(await change(11)).assertStatus(428)
    ;(await change(-5)).assertStatus(428)
  })

  test('takes the password, and nothing else for it', async ({ client, assert }) => {
    const { user } = await aTeam()
    const confirm = (body: object) =>
      client
        .post('/confirm')
        .loginAs(user)
        .withCsrfToken()
        .header(...json)
        .json(body)
    ;(await confirm({ password: 'not the password' })).assertStatus(422)
    ;(await confirm({ code: '123456' })).assertStatus(422)
    ;(await confirm({})).assertStatus(422)
    const done = await confirm({ password: 'correct horse battery' })
    done.assertStatus(204)
    assert.closeTo(done.session('confirmed_at'), Date.now(), 5000)
  })

  test('is needed to end sessions', async ({ client }) => {
    const { user } = await aTeam()
    const end = () =>
      client
        .delete('/settings/sessions')
        .loginAs(user)
        .withCsrfToken()
        .header(...json)
        .redirects(0)
    ;(await end()).assertStatus(428)
    ;(await end().withSession(now())).assertStatus(302)
  })

  test('can be guessed ten times', async ({ client, assert }) => {
    const { user } = await aTeam()
    const statuses = []
    for (let tries = 0; tries < 11; tries++) {
      const response = await client
        .post('/confirm')
        .loginAs(user)
        .withCsrfToken()
        .header(...json)
        .json({ password: 'not the password' })
      statuses.push(response.status())
    }
    assert.deepEqual(statuses, [...Array(10).fill(422), 429])
  })

  test('is asked for nobody who is not signed in', async ({ client, assert }) => {
    for (const path of ['/settings/password', '/settings/email', '/settings/totp']) {
      const response = await client.put(path).withCsrfToken().redirects(0).withSession(now())
      assert.notEqual(response.status(), 200, path)
    }
    const page = await client.get('/confirm').redirects(0)
    assert.equal(page.header('location'), '/login')
  })
})
