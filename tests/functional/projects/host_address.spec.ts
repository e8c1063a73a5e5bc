import { test } from '@japa/runner'
import { hostFetch } from '#projects/git/host_fetch'
import { hostAt, ownHost, storedHost } from '#projects/services/git_hosts'
import { HttpServer } from '#tests/support/hosts/http_server'
import { withSettings } from '#tests/support/hosts/settings'

/** As an installation with many teams. */
const shared = () => withSettings({ EMBEDDED: false })

const read = (text: string) => {
  const found = hostAt('github', text)
  return found.ok ? found.value.apiUrl : found.error
}

test.group('Addresses of hosts', () => {
  test('lead to the API of each kind of server', ({ assert }) => {
    assert.equal(ownHost('github').apiUrl, 'https://api.github.com')
    assert.equal(ownHost('gitlab').apiUrl, 'https://gitlab.com')
    assert.equal(read('ghe.example.com'), 'https://ghe.example.com/api/v3')
    assert.equal(read('https://acme.ghe.com/'), 'https://api.acme.ghe.com')
    const own = hostAt('gitlab', 'https://example.com/gitlab/')
    assert.equal(own.ok && own.value.apiUrl, 'https://example.com/gitlab')
  })

  test('in closed networks are refused where many teams share an installation', ({ assert, cleanup }) => {
    cleanup(shared())
    for (const text of [
      'https://10.0.0.8',
      'https://gitlab.internal',
      'https://localhost',
      'https://[::1]',
      'http://127.0.0.1:3000',
    ]) {
      assert.isFalse(hostAt('gitlab', text).ok, text)
    }
    const open = hostAt('gitlab', 'https://git.example.org')
    assert.equal(open.ok && open.value.reach, 'public_addresses')
    assert.equal(storedHost('gitlab', 'https://10.0.0.8', 'https://10.0.0.8').reach, 'public_addresses')
  })
})

test.group('Speaking to a host', (group) => {
  let server: HttpServer
  group.each.setup(async () => {
    server = new HttpServer()
    await server.listen()
    return () => server.close()
  })

  test('goes to no closed network, by address or by name', async ({ assert }) => {
    const fetch = hostFetch({ reach: 'public_addresses' })
    const port = new URL(server.url).port
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f000001']) {
      await assert.rejects(() => fetch(`http://${host}:${port}/`))
    }
    assert.lengthOf(server.log, 0)
  })

  test('is not led into one by a redirect', async ({ assert }) => {
    server.on('GET', '/away', () => ({ status: 302, headers: { location: 'file:///etc/passwd' } }))
    await assert.rejects(() => hostFetch({ reach: 'any_address' })(`${server.url}/away`), /not http/)
    server.on('GET', '/round', () => ({ status: 302, headers: { location: '/round' } }))
    await assert.rejects(() => hostFetch({ reach: 'any_address' })(`${server.url}/round`), /circles/)
  })

  test('tells the token to no other origin', async ({ assert }) => {
    const other = new HttpServer()
    await other.listen()
    other.on('GET', '/log', () => ({ status: 200, body: 'log' }))
    server.on('GET', '/log', () => ({ status: 302, headers: { location: `${other.url}/log` } }))
    const answer = await hostFetch({ reach: 'any_address' })(`${server.url}/log`, {
      headers: { authorization: 'Bearer hunter2', 'private-token': 'hunter2' },
    })
    assert.equal(await answer.text(), 'log')
    assert.notInclude(JSON.stringify(other.log[0]!.headers), 'hunter2')
    await other.close()
  })

  test('reads no more than it can bear', async ({ assert }) => {
    server.on('GET', '/large', () => ({ status: 200, body: 'x'.repeat(100_000) }))
    await assert.rejects(
      () => hostFetch({ reach: 'any_address', maxBytes: 1000 })(`${server.url}/large`),
      /larger/
    )
  })
})
