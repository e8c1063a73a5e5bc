import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { gzipSync } from 'node:zlib'
import limiter from '@adonisjs/limiter/services/main'
import { test } from '@japa/runner'
import RegisterUser from '#accounts/actions/register_user'
import User from '#accounts/models/user'
import { legalDocuments } from '#accounts/services/legal_documents'
import env from '#start/env'
import { anApiUser, aWorkflow } from '#tests/support/api'
import { aTeam } from '#tests/support/team'

const base = `http://${env.get('HOST')}:${env.get('PORT')}`
const NUL = '\u0000'

test.group('Hostile input to the API', () => {
  test('is answered 4xx, never 500', async ({ assert }) => {
    const { token, teamId } = await anApiUser()
    const { projectId, id } = await aWorkflow(teamId)
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const post = (path: string, body: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) =>
      fetch(base + path, { method: 'POST', body, headers: { ...headers, ...more } })
    const json = (path: string, body: unknown) => post(path, JSON.stringify(body))
    const get = (path: string, more: Record<string, string> = {}) =>
      fetch(base + path, { headers: { ...headers, ...more } })
    const brackets = '['.repeat(200_000) + ']'.repeat(200_000)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }

    const answers: [string, Promise<Response>][] = [
      ['NUL in a task', json('/api/workflows', { projectId, task: `remove${NUL}it` })],
      ['NUL in a form', post('/api/workflows', `projectId=${projectId}&task=remove%00it`, form)],
      ['NUL in a name', json('/api/projects', { source: 'sample', name: `a${NUL}b` })],
      [
        'an address that cannot be decoded',
        json('/api/projects', { source: 'git', url: 'https://10.0.0.1/%zz' }),
      ],
      ['deep nesting', post('/api/workflows', brackets)],
      ['no gzip', post('/api/workflows', 'no gzip', { 'content-encoding': 'gzip' })],
      ['no brotli', post('/api/workflows', 'no brotli', { 'content-encoding': 'br' })],
      [
        'a bomb',
        post('/api/workflows', new Uint8Array(gzipSync(Buffer.alloc(50_000_000, 0x20))), {
          'content-encoding': 'gzip',
        }),
      ],
      ['a number beyond all', get(`/api/workflows/${id}/events?after=1e300`)],
      ['a number beyond bigint', get(`/api/workflows/${id}/events?after=9223372036854775808`)],
      ['such a header', get(`/api/workflows/${id}/events/stream`, { 'last-event-id': '1e300' })],
      ['such a page', get('/api/workflows?page=1e308')],
    ]
    for (const [what, answer] of answers) {
      const { status } = await answer
      assert.isTrue(status >= 400 && status < 500, `${what}: ${status}`)
    }
  })

  test('takes half a surrogate pair for the character that stands for what is none', async ({ assert }) => {
    const { token, teamId } = await anApiUser()
    const { projectId } = await aWorkflow(teamId)
    const response = await fetch(`${base}/api/workflows`, {
      method: 'POST',
      body: `{"projectId":"${projectId}","task":"half \\ud800 pair"}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
    assert.equal(response.status, 201)
  })
})

test.group('Hostile input to pages', (group) => {
  group.each.setup(() => limiter.clear())

  test('is answered 4xx, never 500', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const { projectId, id } = await aWorkflow(teamId)
    const settings = { name: 'a', requiresPlanApproval: false, testCommand: null, installCommand: null }
    const attempts = {
      task: client.post('/workflows').json({ projectId, task: `a${NUL}bcd`, formToken: randomUUID() }),
      token: client.post('/settings/tokens').json({ name: `a${NUL}`, scopes: ['read'], expires: '30' }),
      'NUL in a branch': client
        .patch(`/projects/${projectId}`)
        .json({ ...settings, defaultBranch: `m${NUL}` }),
      'an option': client
        .patch(`/projects/${projectId}`)
        .json({ ...settings, defaultBranch: '--upload-pack=x' }),
      events: client.get(`/workflows/${id}/events?after=1e300`),
    }
    for (const [what, attempt] of Object.entries(attempts)) {
      const response = await attempt
        .loginAs(user)
        .withSession({ confirmed_at: Date.now() })
        .withCsrfToken()
        .redirects(0)
        .accept('json')
      assert.equal(response.status(), 422, what)
    }
  })

  test('does not sign in or up', async ({ client, assert }) => {
    const person = { email: `${randomUUID()}@example.test`, password: 'correct horse battery' }
    const signIn = await client
      .post('/login')
      .withCsrfToken()
      .accept('json')
      .json({ ...person, email: `${NUL}@b.co` })
    const signUp = await client
      .post('/signup')
      .withCsrfToken()
      .accept('json')
      .json({ ...person, fullName: `A${NUL}`, terms: legalDocuments().version })
    assert.deepEqual([signIn.status(), signUp.status()], [422, 422])
  })

  test('leaves no uploaded file behind', async ({ client, assert }) => {
    const before = new Set(readdirSync(tmpdir()))
    await client
      .post('/login')
      .withCsrfToken()
      .redirects(0)
      .file('email', randomBytes(4096), { filename: 'a.bin' })
    const left = readdirSync(tmpdir()).filter(
      (name) => !before.has(name) && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(name)
    )
    assert.deepEqual(left, [])
  })

  test('tells a client that wants JSON nothing of what went wrong inside', async ({
    client,
    assert,
    ...context
  }) => {
    const { user } = await aTeam()
    const secret = 'select secret from somewhere at /root/path'
    const original = User.findBy
    User.findBy = () => Promise.reject(new Error(secret))
    context.test.cleanup(() => {
      User.findBy = original
    })
    for (const type of ['json', 'application/vnd.api+json', 'html']) {
      const response = await client
        .post('/login')
        .withCsrfToken()
        .accept(type)
        .json({ email: user.email, password: 'a' })
      assert.equal(response.status(), 500)
      assert.notInclude(response.text(), 'secret')
      assert.notInclude(response.text(), '/root')
    }
  })

  test('of two sign-ups at once with one address, one is told that it is taken', async ({ assert }) => {
    const person = {
      fullName: 'Ada',
      email: `${randomUUID()}@example.test`,
      password: 'correct horse battery',
    }
    const both = await Promise.allSettled([1, 2].map(() => new RegisterUser().execute(person)))
    const [refused] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    assert.equal(refused?.code, 'E_VALIDATION_ERROR')
    assert.equal(refused.messages[0].field, 'email')
  })
})
