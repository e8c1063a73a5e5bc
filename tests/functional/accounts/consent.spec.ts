import { randomUUID } from 'node:crypto'
import type { SessionData } from '@adonisjs/session/types'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import RegisterUser from '#accounts/actions/register_user'
import User from '#accounts/models/user'
import { listConsents } from '#accounts/queries/list_consents'
import { BUILT_IN_VERSION, legalDocuments } from '#accounts/services/legal_documents'
import { withUser } from '#accounts/services/tenancy'
import { personalData } from '#ops/queries/personal_data'
import { ownActions } from '#tests/support/audit'
import { withSettings } from '#tests/support/hosts/settings'
import { aTeam } from '#tests/support/team'

const page = { accept: 'text/html' }
const fresh = () => ({
  fullName: 'Ada Lovelace',
  email: `${randomUUID()}@example.test`,
  password: 'correct horse battery',
})

/** Somebody whom nobody has asked: from another service, or from before anybody was. */
const unasked = async () => (await new RegisterUser().execute({ ...fresh(), verified: true })).user

const accept = (client: ApiClient, user: User, terms: string | undefined, session: SessionData = {}) =>
  client.post('/consent').loginAs(user).withSession(session).withCsrfToken().redirects(0).form({ terms })

test.group('Consent', () => {
  test('is kept with date, version and address at sign-up', async ({ client, assert }) => {
    const person = fresh()
    const { version } = legalDocuments()
    const form = await client.get('/signup').withInertia()
    assert.equal(form.inertiaProps.version, version)
    await client
      .post('/signup')
      .withCsrfToken()
      .redirects(0)
      .form({ ...person, terms: version })
    const user = await User.findByOrFail('email', person.email)
    assert.equal(user.acceptedVersion, version)
    const [row] = await withUser(user.id, (trx) => trx.from('consents').where('user_id', user.id))
    assert.containsSubset(row, { version, via: 'sign_up', address: '127.0.0.1' })
    assert.closeTo(new Date(row.accepted_at).getTime(), Date.now(), 60_000)
  })

  test('to a text that was not shown is none: {$self}')
    .with([undefined, '', '1999-01-01'])
    .run(async ({ client, assert }, terms) => {
      const person = fresh()
      const response = await client
        .post('/signup')
        .withCsrfToken()
        .header('accept', 'application/json')
        .json({ ...person, terms })
      response.assertStatus(422)
      assert.include(response.text(), 'terms')
      assert.isNull(await User.findBy('email', person.email))
    })

  test('is asked of whoever was never asked, once, and leads on to where they went', async ({
    client,
    assert,
  }) => {
    const user = await unasked()
    const away = await client.get('/workflows?status=queued').loginAs(user).headers(page).redirects(0)
    assert.equal(away.header('location'), '/consent')
    const asked = await client.get('/consent').loginAs(user).withInertia()
    assert.containsSubset(asked.inertiaProps, { again: false, version: legalDocuments().version })
    const done = await accept(client, user, legalDocuments().version, away.session())
    assert.equal(done.header('location'), '/workflows?status=queued')
    assert.lengthOf(await listConsents(user.id), 1)
    assert.include(await ownActions(user.id), 'consent.given')
    const next = await client
      .get('/workflows')
      .loginAs(await User.findOrFail(user.id))
      .headers(page)
    next.assertStatus(200)
  })

  test('is asked again for another version, and not for the same', async ({ client, assert, ...context }) => {
    const { user } = await aTeam()
    ;(await client.get('/dashboard').loginAs(user).headers(page).redirects(0)).assertStatus(200)
    context.test.cleanup(withSettings({ TERMS_VERSION: 'the second' }))
    const away = await client.get('/dashboard').loginAs(user).headers(page).redirects(0)
    assert.equal(away.header('location'), '/consent')
    ;(await accept(client, user, BUILT_IN_VERSION)).assertStatus(302)
    assert.lengthOf(await listConsents(user.id), 1)
    for (let twice = 0; twice < 2; twice++) await accept(client, user, 'the second')
    assert.deepEqual(
      (await listConsents(user.id)).map(({ version }) => version),
      ['the second', BUILT_IN_VERSION]
    )
    const back = await client
      .get('/dashboard')
      .loginAs(await User.findOrFail(user.id))
      .headers(page)
    back.assertStatus(200)
  })

  test('is not needed to go: data, deletion and signing out stay open', async ({ client }) => {
    const user = await unasked()
    const privacy = await client.get('/settings/privacy').loginAs(user).headers(page).redirects(0)
    privacy.assertStatus(200)
    const archive = await client
      .post('/settings/privacy/exports')
      .loginAs(user)
      .withSession({ confirmed_at: Date.now() })
      .withCsrfToken()
      .redirects(0)
    archive.assertStatus(302)
    const out = await client.post('/logout').loginAs(user).withCsrfToken().redirects(0)
    out.assertStatus(302)
  })

  test('is shown to the person and in their archive, and to nobody else', async ({ client, assert }) => {
    const [{ user }, other] = [await aTeam(), await aTeam()]
    const shown = await client.get('/settings/privacy').loginAs(user).withInertia()
    assert.containsSubset(shown.inertiaProps.consents, [{ version: legalDocuments().version }])
    assert.containsSubset((await personalData(user.id))['consents.json'], [
      { version: legalDocuments().version, via: 'sign_up' },
    ])
    const foreign = await withUser(other.user.id, (trx) => trx.from('consents').where('user_id', user.id))
    assert.isEmpty(foreign)
  })

  test('needs a signed-in person', async ({ client, assert }) => {
    const response = await client.post('/consent').withCsrfToken().redirects(0).form({ terms: 'x' })
    assert.equal(response.header('location'), '/login')
  })
})

test.group('Terms and privacy notice', () => {
  test('are for everybody to read, with their version', async ({ client, assert }) => {
    for (const [path, component] of Object.entries({ terms: 'legal/terms', privacy: 'legal/privacy' })) {
      const response = await client.get(`/${path}`).withInertia()
      response.assertInertiaComponent(component)
      assert.equal(response.inertiaProps.version, BUILT_IN_VERSION)
    }
  })

  test('are those of the operator where there are any, under the same address', async ({
    client,
    assert,
    ...context
  }) => {
    const before = legalDocuments().version
    context.test.cleanup(withSettings({ TERMS_URL: 'https://example.org/terms' }))
    const response = await client.get('/terms').redirects(0)
    assert.equal(response.header('location'), 'https://example.org/terms')
    ;(await client.get('/privacy').withInertia()).assertStatus(200)
    const other = legalDocuments().version
    assert.notEqual(other, before)
    context.test.cleanup(withSettings({ TERMS_VERSION: '7' }))
    assert.equal(legalDocuments().version, '7')
  })
})
