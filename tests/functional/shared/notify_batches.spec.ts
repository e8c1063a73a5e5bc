import { test } from '@japa/runner'
import pg from 'pg'
import { NotifyBatches } from '#shared/live/notify_batches'
import env from '#start/env'

const connectionString = env.get('DATABASE_URL')
const channel = 'notify_batches_test'

async function heard(count: number, work: (batches: NotifyBatches) => unknown) {
  const listener = new pg.Client({ connectionString })
  const pool = new pg.Pool({ connectionString, max: 1 })
  await listener.connect()
  try {
    const payloads: unknown[] = []
    const all = new Promise<void>((resolve) => {
      listener.on('notification', ({ payload }) => {
        payloads.push(JSON.parse(payload!).payload)
        if (payloads.length === count) resolve()
      })
    })
    await listener.query(`listen ${channel}`)
    await work(new NotifyBatches(pool))
    await all
    return payloads
  } finally {
    await Promise.all([listener.end(), pool.end()])
  }
}

test.group('Notifications in batches', () => {
  test('arrive in the order in which they were given, however many at once', async ({ assert }) => {
    const numbers = Array.from({ length: 1200 }, (_, index) => index)
    const payloads = await heard(numbers.length, (batches) =>
      Promise.all(numbers.map((payload) => batches.send(channel, { busId: 'a', payload })))
    )
    assert.deepEqual(payloads, numbers)
  })

  test('arrive as often as they were sent', async ({ assert }) => {
    const payloads = await heard(4, (batches) =>
      Promise.all(Array.from({ length: 4 }, () => batches.send(channel, { busId: 'a', payload: 'same' })))
    )
    assert.deepEqual(payloads, ['same', 'same', 'same', 'same'])
  })

  test('one that is too long fails alone', async ({ assert }) => {
    const long = 'x'.repeat(9000)
    let ends: PromiseSettledResult<void>[] = []
    const payloads = await heard(3, async (batches) => {
      const send = (payload: unknown) => batches.send(channel, { busId: 'a', payload })
      ends = await Promise.allSettled([send(1), send(2), send(long), send(3)])
    })
    assert.deepEqual(payloads, [1, 2, 3])
    assert.deepEqual(
      ends.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled']
    )
  })
})
