import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import User from '#accounts/models/user'
import { teamOfUser } from '#accounts/queries/team_of_user'
import { aTeam } from '#tests/support/team'

const fresh = () => ({
  fullName: 'Ada Lovelace',
  email: `${randomUUID()}@example.test`,
  password: 'correct horse battery',
})

test.group('Signing up', () => {
  test('gives a person a team of their own and signs them in', async ({ client, assert }) => {
    const person = fresh()
    const response = await client.post('/signup').withCsrfToken().form(person)
    response.assertRedirectsTo('/dashboard')
    const user = await User.findByOrFail('email', person.email)
    assert.containsSubset(await teamOfUser(user.id), { name: "Ada's team", role: 'owner' })
  })

  test('refuses a password that is too short and says so at the field', async ({ client, assert }) => {
    const response = await client
      .post('/signup')
      .withCsrfToken()
      .redirects(0)
      .form({ ...fresh(), password: 'short' })
    response.assertStatus(302)
    assert.property(response.flashMessage('inputErrorsBag'), 'password')
  })

  test('refuses an address that has an account, whatever its case', async ({ client, assert }) => {
    const { user } = await aTeam()
    const response = await client
      .post('/signup')
      .withCsrfToken()
      .redirects(0)
      .form({ ...fresh(), email: user.email.toUpperCase() })
    assert.property(response.flashMessage('inputErrorsBag'), 'email')
  })

  test('refuses a form without its CSRF token', async ({ client, assert }) => {
    const person = fresh()
    await client.post('/signup').redirects(0).form(person)
    assert.isNull(await User.findBy('email', person.email))
  })
})

test.group('Signing in', () => {
  test('works with the right password and lands on the dashboard', async ({ client }) => {
    const { user } = await aTeam()
    const response = await client
      .post('/login')
      .withCsrfToken()
      .form({ email: user.email, password: 'correct horse battery' })
    response.assertRedirectsTo('/dashboard')
  })

  test('answers alike for a wrong password and an unknown address', async ({ client, assert }) => {
    const { user } = await aTeam()
    const answers = []
    for (const email of [user.email, `${randomUUID()}@example.test`]) {
      const response = await client
        .post('/login')
        .withCsrfToken()
        .redirects(0)
        .form({ email, password: 'wrong wrong' })
      answers.push([response.status(), response.flashMessage('errorsBag')])
    }
    assert.deepEqual(answers[0], answers[1])
  })

  test('is asked for before any page of a team', async ({ client }) => {
    const response = await client.get('/dashboard').redirects(0)
    response.assertStatus(302)
    response.assertHeader('location', '/login')
  })
})
