import { hash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import User from '#accounts/models/user'
import { legalDocuments } from '#accounts/services/legal_documents'
import { withSettings } from '#tests/support/hosts/settings'
import { aTeam } from '#tests/support/team'

const signUp = (client: ApiClient, password: string, email = `${randomUUID()}@example.test`) =>
  client
    .post('/signup')
    .withCsrfToken()
    .redirects(0)
    .header('accept', 'application/json')
    .json({ fullName: 'Ada Lovelace', email, password, terms: legalDocuments().version })

/** The range API as Have I Been Pwned describes it, knowing these passwords. */
async function aList(answer: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!)
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const restore = withSettings({
    LEAKED_PASSWORDS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  })
  const close = async () => {
    restore()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { asked, close }
}

const knowing =
  (passwords: Record<string, number>): RequestListener =>
  (request, response) => {
    const [, prefix] = /^\/range\/([0-9A-F]{5})$/.exec(request.url!) ?? []
    if (!prefix || request.headers['add-padding'] !== 'true') return void response.writeHead(400).end()
    const lines = Object.entries(passwords).map(([password, count]) => {
      const sum = hash('sha1', password, 'hex').toUpperCase()
      return sum.startsWith(prefix) ? `${sum.slice(5)}:${count}` : `${'0'.repeat(35)}:1`
    })
    response.end(lines.join('\r\n'))
  }

test.group('A password that has leaked', () => {
  test('is refused without asking anybody: {$self}')
    .with(['1q2w3e4r5t', 'Qwerty12345', 'correcthorsebatterystaple', 'Liverpool123'])
    .run(async ({ client, assert }, password) => {
      const response = await signUp(client, password)
      response.assertStatus(422)
      assert.include(response.text(), 'password')
    })

  test('is looked up by a part of its hash, where the operator wants that', async ({
    client,
    assert,
    ...context
  }) => {
    const password = 'seven grey pelicans'
    const list = await aList(knowing({ [password]: 12, 'only padding here': 0 }))
    context.test.cleanup(list.close)
    const email = `${randomUUID()}@example.test`
    const refused = await signUp(client, password, email)
    refused.assertStatus(422)
    assert.include(refused.text(), 'leaked')
    assert.isNull(await User.findBy('email', email))
    ;(await signUp(client, 'only padding here')).assertStatus(302)
    ;(await signUp(client, 'eight green herons')).assertStatus(302)
    assert.lengthOf(list.asked, 3)
    for (const path of list.asked) assert.match(path, /^\/range\/[0-9A-F]{5}$/)
  })

  test('is refused when one is changed, too', async ({ client, assert, ...context }) => {
    const password = 'seven grey pelicans'
    const list = await aList(knowing({ [password]: 1 }))
    context.test.cleanup(list.close)
    const { user } = await aTeam()
    const response = await client
      .put('/settings/password')
      .loginAs(user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .header('accept', 'application/json')
      .json({ password })
    response.assertStatus(422)
    assert.include(response.text(), 'leaked')
  })

  test('is let through when the list does not answer: {$self}')
    .with(['an error', 'a redirect', 'a cut line'])
    .run(async ({ client, ...context }, how) => {
      const list = await aList((request, response) => {
        if (how === 'an error') response.writeHead(503).end()
        else if (how === 'a redirect') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
        else request.socket.destroy()
      })
      context.test.cleanup(list.close)
      ;(await signUp(client, 'nine yellow cranes')).assertStatus(302)
    })
})
