import { test } from '@japa/runner'
import env from '#start/env'

const base = `http://${env.get('HOST')}:${env.get('PORT')}`

test.group('Headers of every answer', () => {
  test('{$self} is not sniffed, nor framed where a browser shows it')
    .with(['/', '/login', '/there/is/no/such/page', '/favicon.svg', '/health/live', '/.well-known/jwks.json'])
    .run(async ({ assert }, path) => {
      const { headers } = await fetch(base + path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('x-frame-options'), 'DENY')
      assert.equal(headers.get('referrer-policy'), 'same-origin')
    })

  test('the API is not sniffed: {$self}')
    .with(['/api/workflows', '/api/openapi.json', '/api/nothing'])
    .run(async ({ assert }, path) => {
      const { headers } = await fetch(base + path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
    })
})
