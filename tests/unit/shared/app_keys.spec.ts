import { drivers, Encryption } from '@adonisjs/core/encryption'
import { test } from '@japa/runner'
import { keysOf } from '#config/encryption'

const old = 'the-first-key-of-this-installation'
const other = 'a-key-between-the-first-and-the-last'
const now = 'the-key-that-is-used-from-now-on'

const under = async (keys: string[]) =>
  new Encryption(await drivers.aes256gcm({ keys, id: 'gcm' }).resolver(undefined as never))

test.group('A new APP_KEY', () => {
  test('leaves readable what earlier ones encrypted, and encrypts with none of them', async ({ assert }) => {
    const [first, second, changed] = [
      await under(keysOf(old)),
      await under(keysOf(other)),
      await under(keysOf(now, `${other}, ${old}`)),
    ]
    assert.equal(changed.decrypt(first.encrypt('a token')), 'a token')
    assert.equal(changed.decrypt(second.encrypt('a token')), 'a token')
    const sealed = changed.encrypt('a new one')
    assert.isNull(first.decrypt(sealed))
    assert.equal((await under(keysOf(now))).decrypt(sealed), 'a new one')
  })

  test('alone makes the earlier ones worth nothing', async ({ assert }) => {
    const sealed = (await under(keysOf(old))).encrypt('a token')
    assert.isNull((await under(keysOf(now))).decrypt(sealed))
  })
})
