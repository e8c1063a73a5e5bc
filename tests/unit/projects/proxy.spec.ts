import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { hostFetch } from '#projects/git/host_fetch'
import { publicHosts } from '#projects/git/host_rule'
import { listBranches } from '#projects/git/probe'
import { proxyFor } from '#projects/git/proxy'
import { parseRemoteUrl } from '#projects/git/remote_url'
import { HttpServer } from '#tests/support/hosts/http_server'
import { withSettings } from '#tests/support/hosts/settings'
import { codeOf } from '#tests/unit/projects/git_fixture'

/** A proxy on loopback: hands plain requests on, and writes down which tunnels it was asked for. */
async function aProxy() {
  const asked: string[] = []
  const server = createServer((incoming, answer) => {
    asked.push(`${incoming.method} ${incoming.url}`)
    const { method, headers } = incoming
    const onward = request(incoming.url!, { method, headers }, (found) => {
      answer.writeHead(found.statusCode!, found.headers)
      found.pipe(answer)
    })
    incoming.pipe(onward)
  })
  server.on('connect', (incoming, socket) => {
    asked.push(`CONNECT ${incoming.url}`)
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { asked, close, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test.group('A proxy between us and the hosts', (group) => {
  let proxy: Awaited<ReturnType<typeof aProxy>>
  group.each.setup(async () => {
    proxy = await aProxy()
    return () => proxy.close()
  })

  test('is asked for what the host is asked for', async ({ assert, cleanup }) => {
    const host = new HttpServer()
    await host.listen()
    host.on('GET', '/api/v4/user', () => ({ status: 200, body: { username: 'ada' } }))
    cleanup(() => host.close())
    cleanup(withSettings({ HTTP_PROXY: proxy.url }))
    const ask = () => hostFetch({ reach: 'any_address' })(`${host.url}/api/v4/user`)
    assert.deepEqual(await (await ask()).json(), { username: 'ada' })
    assert.deepEqual(proxy.asked, [`GET ${host.url}/api/v4/user`])
    cleanup(withSettings({ NO_PROXY: '127.0.0.1' }))
    assert.equal((await ask()).status, 200)
    assert.lengthOf(proxy.asked, 1)
  })

  test('is asked for a tunnel to what is encrypted, with the name and not an address', async ({
    assert,
    cleanup,
  }) => {
    cleanup(withSettings({ HTTPS_PROXY: proxy.url }))
    const ask = hostFetch({ reach: 'public_addresses' })
    await assert.rejects(() => ask('https://gitlab.example.test/api/v4/user'))
    assert.deepEqual(proxy.asked, ['CONNECT gitlab.example.test:443'])
    await assert.rejects(() => ask('https://10.0.0.1/api/v4/user'), /private network/)
    assert.lengthOf(proxy.asked, 1)
  })

  test('is asked by git, too', async ({ assert, cleanup }) => {
    cleanup(withSettings({ HTTPS_PROXY: proxy.url }))
    const url = 'https://git.example.test/ada/clock.git'
    const parsed = parseRemoteUrl(url, { allowLocal: false, allowHost: publicHosts })
    if (!parsed.ok) throw new Error(parsed.error.message)
    assert.notEqual(await codeOf(listBranches({ remote: parsed.value, credential: null })), 'none')
    assert.deepEqual(proxy.asked, ['CONNECT git.example.test:443'])
  })
})

test.group('Hosts that are reached without the proxy', () => {
  const settings = { HTTPS_PROXY: 'http://proxy:3128', HTTP_PROXY: 'http://proxy:3128' }
  const isDirect = (url: string, NO_PROXY: string) =>
    proxyFor(new URL(url), { ...settings, NO_PROXY }) === null

  test('are named by NO_PROXY: {0}, {1}')
    .with([
      ['https://git.corp.example/x', 'corp.example', true],
      ['https://git.corp.example/x', '.corp.example', true],
      ['https://git.corp.example/x', 'localhost, *.corp.example', true],
      ['https://corp.example/x', 'corp.example', true],
      ['https://notcorp.example/x', 'corp.example', false],
      ['https://git.corp.example:8443/x', 'git.corp.example:8443', true],
      ['https://git.corp.example/x', 'git.corp.example:8443', false],
      ['https://anything.example/x', '*', true],
      ['https://[2001:db8::1]/x', '[2001:db8::1]', true],
      ['https://github.com/x', '', false],
      ['ssh://git@github.com/x', '', true],
    ] as const)
    .run(({ assert }, [url, exempt, direct]) => {
      assert.equal(isDirect(url, exempt), direct)
    })
})
