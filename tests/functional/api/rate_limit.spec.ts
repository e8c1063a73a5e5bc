import limiter from '@adonisjs/limiter/services/main'
import { test } from '@japa/runner'
import env from '#start/env'
import { anApiUser, assertProblem } from '#tests/support/api'

const requests = env.get('API_RATE_PER_MINUTE')
const limit = () => limiter.use({ requests, duration: 60 })

test.group('Rate limits of the API', () => {
  test('are said in every answer', async ({ client, assert }) => {
    const { token } = await anApiUser()
    await client.get('/api/me').bearerToken(token)
    const response = await client.get('/api/me').bearerToken(token)
    assert.equal(response.header('ratelimit-policy'), `"token";q=${requests};w=60`)
    assert.match(response.header('ratelimit')!, new RegExp(`^"token";r=${requests - 2};t=\\d+$`))
    assert.equal(response.header('ratelimit-limit'), String(requests))
    assert.equal(response.header('ratelimit-remaining'), String(requests - 2))
    assert.isAtMost(Number(response.header('ratelimit-reset')), 60)
  })

  test('end in 429 with the time to wait, for that token alone', async ({ client, assert }) => {
    const { token, tokenId } = await anApiUser()
    await limit().set(`api:${tokenId}`, requests, 60)
    const response = await client.get('/api/me').bearerToken(token)
    const problem = assertProblem(assert, response, 429)
    const seconds = Number(response.header('retry-after'))
    assert.isTrue(seconds >= 1 && seconds <= 60, `Retry-After: ${seconds}`)
    assert.include(problem.detail, String(requests))
    assert.equal(response.header('ratelimit-remaining'), '0')

    const other = await anApiUser()
    ;(await client.get('/api/me').bearerToken(other.token)).assertStatus(200)
  })
})
