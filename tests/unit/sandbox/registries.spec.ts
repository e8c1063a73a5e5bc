import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { isPublicAddress } from '#shared/network/public_address'
import type { SandboxNetwork } from '#workflows/sandbox/contract'
import { RegistryAllowList } from '#workflows/sandbox/registry_proxy/allow_list'
import { runCommand } from './hostile_run.js'

/** Asks the proxy of the sandbox directly, past NO_PROXY. Prints status and body. */
const ask = `
const { request } = require('node:http')
const say = (status, body) => { console.log(status + ' ' + body); process.exit() }
const [method, path] = process.argv.slice(1)
request({ host: '127.0.0.1', port: 3128, method, path })
  .on('response', (answer) => { let body = ''; answer.on('data', (part) => { body += part }).on('end', () => say(answer.statusCode, body)) })
  .on('connect', (answer, socket, head) => {
    let body = String(head)
    socket.on('data', (part) => { body += part }).on('end', () => say(answer.statusCode, body))
    if (answer.statusCode === 200) socket.write('GET /tunnelled HTTP/1.1\\r\\nhost: x\\r\\nconnection: close\\r\\n\\r\\n')
  })
  .end()
`

test.group('Sandbox: registries', (group) => {
  const registry = createServer((incoming, answer) => answer.end(`registry ${incoming.url}`))
  let port = 0
  group.setup(async () => {
    registry.listen(0, '127.0.0.1')
    await once(registry, 'listening')
    port = (registry.address() as AddressInfo).port
    return () => void registry.close()
  })

  const asking = async (hosts: string[], method: string, path: string) => {
    const network: SandboxNetwork = { kind: 'registries', hosts }
    const { stdout, strays, result } = await runCommand(['node', '-e', ask, method, path], { network })
    return { stdout, strays, exitCode: result.exitCode }
  }

  test('a listed registry answers, plainly and through a tunnel', async ({ assert }) => {
    const listed = [`127.0.0.1:${port}`]
    const plain = await asking(listed, 'GET', `http://127.0.0.1:${port}/package?x=1`)
    const tunnel = await asking(listed, 'CONNECT', `127.0.0.1:${port}`)
    assert.deepEqual(plain, { stdout: '200 registry /package?x=1\n', strays: [], exitCode: 0 })
    assert.match(tunnel.stdout, /^200 .*registry \/tunnelled/s)
  })

  test('every other host is refused with a sentence', async ({ assert }) => {
    const other = await asking(['registry.npmjs.org'], 'GET', 'http://example.org/')
    const tunnel = await asking(['registry.npmjs.org'], 'CONNECT', 'example.org:443')
    const otherPort = await asking([`127.0.0.1:${port}`], 'GET', 'http://127.0.0.1:1/')
    const sentence = 'is not a registry this sandbox may reach (allowed: registry.npmjs.org).'
    assert.equal(other.stdout, `403 example.org:80 ${sentence}\n`)
    assert.equal(tunnel.stdout, `403 example.org:443 ${sentence}\n`)
    assert.match(otherPort.stdout, /^403 127\.0\.0\.1:1 is not/)
  })

  test('a listed name that leads inside is refused unless its port is spelled out', async ({ assert }) => {
    const { stdout } = await asking(['localhost'], 'CONNECT', 'localhost:443')
    assert.match(stdout, /^403 localhost leads to the non-public address \S+: list it as localhost:443/)
  })

  test('requests that are no addresses are refused', async ({ assert }) => {
    for (const path of ['/local', 'ftp://127.0.0.1/', 'http://[::1']) {
      assert.match((await asking(['*.org'], 'GET', path)).stdout, /^(400|403) /)
    }
  })

  test('the exit code of the command passes, and there is still no other way out', async ({ assert }) => {
    const network: SandboxNetwork = { kind: 'registries', hosts: [`127.0.0.1:${port}`] }
    const direct = `fetch('http://127.0.0.1:${port}').then(() => process.exit(0), () => process.exit(42))`
    const { result } = await runCommand(['node', '-e', direct], { network })
    assert.equal(result.exitCode, 42)
  })

  test('the allow list knows hosts, ports and subdomains', ({ assert }) => {
    const list = new RegistryAllowList([
      'Registry.npmjs.org',
      '*.pythonhosted.org',
      'npm.corp:8443',
      '[::1]:80',
    ])
    assert.equal(list.permits('registry.NPMJS.org', 443), 'public addresses')
    assert.equal(list.permits('registry.npmjs.org', 80), 'public addresses')
    assert.isNull(list.permits('registry.npmjs.org', 22))
    assert.equal(list.permits('files.pythonhosted.org', 443), 'public addresses')
    assert.isNull(list.permits('pythonhosted.org.evil.example', 443))
    assert.isNull(list.permits('evilpythonhosted.org', 443))
    assert.equal(list.permits('npm.corp', 8443), 'any address')
    assert.isNull(list.permits('npm.corp', 443))
    assert.equal(list.permits('::1', 80), 'any address')
    assert.isNull(list.permits('', 0))
  })

  test('private, local and metadata addresses are told from public ones', ({ assert }) => {
    const closed = [
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
    ]
    const closed6 = [
      '::1',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      'fe80::1',
      'fd00:ec2::254',
      '64:ff9b::a00:1',
    ]
    for (const address of [...closed, ...closed6]) assert.isFalse(isPublicAddress(address), address)
    for (const address of ['1.1.1.1', '172.32.0.1', '2606:4700::1111', '::ffff:1.1.1.1']) {
      assert.isTrue(isPublicAddress(address), address)
    }
  })
})
