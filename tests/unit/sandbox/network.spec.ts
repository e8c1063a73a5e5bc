import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { test } from '@japa/runner'
import { runHostile } from './hostile_run.js'

test.group('Sandbox: network', () => {
  test('nothing outside answers and loopback inside works', async ({ assert }) => {
    let connections = 0
    const count = () => {
      connections++
    }
    const abstractName = `agentops-${randomUUID()}`
    const tcp = createServer(count).listen(0, '127.0.0.1')
    const abstract = createServer(count).listen(`\0${abstractName}`)
    await Promise.all([once(tcp, 'listening'), once(abstract, 'listening')])
    const port = String((tcp.address() as AddressInfo).port)

    const { stdout, result } = await runHostile('reach_out.mjs', [port, `@${abstractName}`])
    tcp.close()
    abstract.close()

    assert.equal(result.exitCode, 0)
    assert.deepEqual(JSON.parse(stdout), {
      inside: 'inside',
      hostLoopback: 'ECONNREFUSED',
      external: 'ENETUNREACH',
      metadata: 'ENETUNREACH',
      abstractSocket: 'ECONNREFUSED',
      dns: 'ENOTFOUND',
    })
    assert.equal(connections, 0)
  }).timeout(20_000)
})
