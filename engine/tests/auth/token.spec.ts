import { createPublicKey } from 'node:crypto'
import { test } from '@japa/runner'
import { generateKeyPair, type JSONWebKeySet, SignJWT, UnsecuredJWT } from 'jose'
import { engineAudience, engineIssuer } from '../../contract/token.ts'
import { testEngine } from '../support/engine.ts'

const claims = { iss: engineIssuer, aud: engineAudience, team: 'team-1', workflow: null }

test.group('bearer token', () => {
  test('a fresh token signed by the app is let in', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const response = await engine.call('GET', '/v1/capabilities')
    assert.equal(response.status, 200)
  })

  test('{label} is refused with 401')
    .with([
      { label: 'an expired token', claims: {}, lifetime: 60, age: 120 },
      { label: 'a token that lives longer than ten minutes', claims: {}, lifetime: 3600, age: 0 },
      { label: 'a token of another issuer', claims: { iss: 'somebody' }, lifetime: 60, age: 0 },
      { label: 'a token for another audience', claims: { aud: 'another-service' }, lifetime: 60, age: 0 },
      { label: 'a token without a team', claims: { team: undefined }, lifetime: 60, age: 0 },
    ])
    .run(async ({ assert, ...context }, row) => {
      const engine = await testEngine(context)
      const token = await engine.keys.token(row.claims, row.lifetime, Math.floor(Date.now() / 1000) - row.age)
      const response = await engine.call('GET', '/v1/capabilities', { token })
      assert.equal(response.status, 401)
      assert.equal(response.headers.get('content-type'), 'application/problem+json')
      assert.propertyVal(await response.json(), 'code', 'unauthorized')
    })

  test('a token signed by another key is refused', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const { privateKey } = await generateKeyPair('RS256')
    const header = { alg: 'RS256', kid: 'test' }
    const token = await new SignJWT(claims)
      .setProtectedHeader(header)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
    assert.equal((await engine.call('GET', '/v1/capabilities', { token })).status, 401)
  })

  test('an unsigned token is refused', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const token = new UnsecuredJWT(claims).setIssuedAt().setExpirationTime('5m').encode()
    assert.equal((await engine.call('GET', '/v1/capabilities', { token })).status, 401)
  })

  test('a token signed with HS256 and the public key as its secret is refused', async ({
    assert,
    ...context
  }) => {
    const engine = await testEngine(context)
    const { keys } = (await (await fetch(engine.keys.jwksUrl)).json()) as JSONWebKeySet
    const pem = createPublicKey({ key: keys[0]!, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
    const header = { alg: 'HS256', kid: 'test' }
    const signer = new SignJWT(claims).setProtectedHeader(header).setIssuedAt().setExpirationTime('5m')
    const token = await signer.sign(new TextEncoder().encode(String(pem)))
    assert.equal((await engine.call('GET', '/v1/capabilities', { token })).status, 401)
  })

  test('a call without a token is refused, health is open', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    assert.equal((await fetch(`${engine.url}/v1/capabilities`)).status, 401)
    assert.equal((await fetch(`${engine.url}/v1/plan`, { method: 'POST', body: '{}' })).status, 401)
    assert.equal((await fetch(`${engine.url}/health/live`)).status, 200)
    assert.equal((await fetch(`${engine.url}/health/ready`)).status, 200)
  })

  test('unreachable keys are the service being unavailable, not a bad token', async ({
    assert,
    ...context
  }) => {
    const engine = await testEngine(context)
    const token = await engine.keys.token()
    engine.keys.stop()
    assert.equal((await engine.call('GET', '/v1/capabilities', { token })).status, 503)
  })

  test('tokens are not logged', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const token = await engine.keys.token()
    await engine.call('GET', '/v1/capabilities', { token })
    assert.notInclude(JSON.stringify(engine.logs), token.split('.')[2]!)
    assert.isTrue(engine.logs.some(({ path, team }) => path === '/v1/capabilities' && team === 'team-1'))
  })
})
