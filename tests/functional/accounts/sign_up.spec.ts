import { randomUUID } from 'node:crypto'
import limiter from '@adonisjs/limiter/services/main'
import { test } from '@japa/runner'
import RegisterUser from '#accounts/actions/register_user'
import User from '#accounts/models/user'
import { teamOfUser } from '#accounts/queries/team_of_user'
import { legalDocuments } from '#accounts/services/legal_documents'
import env from '#start/env'
import { linkIn, mailsTo, runDueJobs } from '#tests/support/mail'
import { aTeam } from '#tests/support/team'

const fresh = () => ({
  fullName: 'Ada Lovelace',
  email: `${randomUUID()}@example.test`,
  password: 'correct horse battery',
  terms: legalDocuments().version,
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
    assert.equal((await mailsTo(user.email))[0]?.subject, 'You have an account already')
  })

  test('mails a link that shows the address to be theirs', async ({ client, assert }) => {
    const person = fresh()
    await client.post('/signup').withCsrfToken().form(person)
    assert.isNull((await User.findByOrFail('email', person.email)).emailVerifiedAt)
    await client.put(linkIn((await mailsTo(person.email))[0])).withCsrfToken()
    assert.isNotNull((await User.findByOrFail('email', person.email)).emailVerifiedAt)
  })

  test('refuses a password that is guessed at once', async ({ client, assert }) => {
    const person = { ...fresh(), password: 'lovelace1815' }
    const response = await client.post('/signup').withCsrfToken().redirects(0).form(person)
    assert.property(response.flashMessage('inputErrorsBag'), 'password')
    assert.isNull(await User.findBy('email', person.email))
  })

  test('refuses a form without its CSRF token', async ({ client, assert }) => {
    const person = fresh()
    await client.post('/signup').redirects(0).form(person)
    assert.isNull(await User.findBy('email', person.email))
  })
})

/** For one test: another setting of the installation. */
function setting(name: 'SMTP_URL' | 'HOST' | 'SIGN_UP', value: string) {
  const before = env.get(name)
  env.set(name, value)
  return () => env.set(name, before ?? '')
}

test.group('Signing up where mails are sent', (group) => {
  group.each.setup(() => limiter.clear())
  group.each.setup(() => setting('SMTP_URL', 'smtp://127.0.0.1:1'))

  test('says the same for a new address and a known one, and signs nobody in', async ({ client, assert }) => {
    const known = { ...fresh(), email: (await aTeam()).user.email }
    const answers = []
    for (const person of [fresh(), known]) {
      const response = await client.post('/signup').withCsrfToken().redirects(0).form(person)
      const { auth_web: signedIn }: { auth_web?: string } = response.session()
      answers.push([
        response.status(),
        response.header('location'),
        signedIn,
        String(response.flashMessage('success')).replace(person.email, '…'),
        Object.keys(response.cookies()).length,
      ])
    }
    assert.deepEqual(answers[0], answers[1])
    assert.equal(answers[0]![1], '/login')
  })

  test('changes nothing for a known address, and tells its owner', async ({ client, assert }) => {
    const { user } = await aTeam()
    const before = (await User.findOrFail(user.id)).password
    await client
      .post('/signup')
      .withCsrfToken()
      .redirects(0)
      .form({ ...fresh(), email: user.email })
    assert.equal((await User.findOrFail(user.id)).password, before)
    const [mail] = await mailsTo(user.email)
    assert.equal(mail?.subject, 'You have an account already')
  })
})

test.group('Signing up by invitation only', (group) => {
  group.each.setup(() => limiter.clear())
  group.teardown(() => runDueJobs())

  const tries = async (client: Parameters<NonNullable<Parameters<typeof test>[1]>>[0]['client']) => {
    const person = fresh()
    await client.post('/signup').withCsrfToken().redirects(0).form(person)
    return (await User.findBy('email', person.email)) !== null
  }

  test('is the rule where one machine can be reached by others, after its first person', async ({
    client,
    assert,
    ...context
  }) => {
    await new RegisterUser().execute(fresh())
    context.test.cleanup(setting('HOST', '0.0.0.0'))
    assert.isFalse(await tries(client))
    const page = await client.get('/signup').withInertia()
    assert.isFalse(page.inertiaProps.open)
    context.test.cleanup(setting('SIGN_UP', 'open'))
    assert.isTrue(await tries(client))
  })

  test('is the rule where the operator wants it', async ({ client, assert, ...context }) => {
    await new RegisterUser().execute(fresh())
    assert.isTrue(await tries(client))
    context.test.cleanup(setting('SIGN_UP', 'invited'))
    assert.isFalse(await tries(client))
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
