import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import type { TestContext } from '@japa/runner/core'

/** Passes bytes on to a local port and counts the connections that the caller's side has closed. */
export async function tap(context: Pick<TestContext, 'test'>, target: number) {
  const seen = { opened: 0, closedByCaller: 0 }
  const server = createServer((caller) => {
    const onward = connect(target, '127.0.0.1')
    seen.opened += 1
    caller.on('close', () => {
      seen.closedByCaller += onward.readableEnded ? 0 : 1
      onward.destroy()
    })
    caller.on('error', () => onward.destroy())
    onward.on('error', () => caller.destroy())
    caller.pipe(onward)
    onward.pipe(caller)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  context.test.cleanup(() => void server.close())
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` }
}
