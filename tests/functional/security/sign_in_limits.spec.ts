import { randomUUID } from 'node:crypto'
import limiter from '@adonisjs/limiter/services/main'
import { test } from '@japa/runner'
import env from '#start/env'

const base = `http://${env.get('HOST')}:${env.get('PORT')}`

/** A browser that comes through a proxy of this machine, which is the one whose word is taken for its address. */
async function attempt(email: string, address: string) {
  const page = await fetch(`${base}/login`)
  const cookies = page.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)
  const token = cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN='))!.slice('XSRF-TOKEN='.length)
  const response = await fetch(`${base}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: cookies.join('; '),
      'x-xsrf-token': decodeURIComponent(token),
      'x-forwarded-for': address,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({ email, password: 'x'.repeat(129) }),
  })
  return response.status
}

const address = (n: number) => `203.0.113.${n}`

async function until429(next: (n: number) => Promise<number>, most: number) {
  for (let n = 1; n <= most; n++) if ((await next(n)) === 429) return n - 1
  return null
}

test.group('Guessing passwords', (group) => {
  group.each.setup(() => limiter.clear())
  group.each.teardown(() => limiter.clear())

  test('stops after ten tries for one account, however the address is spelled', async ({ assert }) => {
    const email = `${randomUUID()}@example.test`
    const spellings = [email, ` ${email}`, `${email} `, email.toUpperCase(), `\t${email}`]
    assert.equal(await until429((n) => attempt(spellings[n % 5]!, address(1)), 12), 10)
  })

  test('stops for one account from anywhere', async ({ assert }) => {
    const email = `${randomUUID()}@example.test`
    assert.equal(await until429((n) => attempt(email, address(n)), 70), 60)
  })

  test('stops for any account from one address', async ({ assert }) => {
    assert.equal(await until429(() => attempt(`${randomUUID()}@example.test`, address(200)), 110), 100)
  })
})
