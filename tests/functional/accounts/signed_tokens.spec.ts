import { createHash, createPublicKey, randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { createRemoteJWKSet, exportSPKI, importJWK, jwtVerify, SignJWT, UnsecuredJWT } from 'jose'
import type { Role } from '#accounts/enums/role'
import { withTeam } from '#accounts/services/tenancy'
import { rotateSigningKey, signingKey } from '#shared/tokens/signing_keys'
import env from '#start/env'
import { assertProblem } from '#tests/support/api'
import { aMember, aTeam, type Team } from '#tests/support/team'

type Key = Awaited<ReturnType<typeof signingKey>>['key']

const base = `http://${env.get('HOST')}:${env.get('PORT')}`
const password = 'correct horse battery'

const asPerson = (client: ApiClient, { user }: Team, more: object = {}) =>
  client
    .post('/api/auth/token')
    .json({ grant_type: 'password', username: user.email, password, scope: 'write', ...more })

const me = (client: ApiClient, token: string) =>
  client.get('/api/me').header('authorization', `Bearer ${token}`)

const refresh = (client: ApiClient, token: string, client_id = 'agentops-api') =>
  client.post('/api/auth/token').form({ grant_type: 'refresh_token', refresh_token: token, client_id })

function assertOauthError(assert: Assert, response: ApiResponse, error: string, status = 400) {
  assert.equal(response.status(), status, response.text())
  assert.equal(response.body().error, error)
  assert.isNotEmpty(response.body().error_description)
}

/** A token like ours in all but what is changed. */
async function forged(team: Team, change: Record<string, unknown> = {}, header: object = {}, key?: Key) {
  const own = await signingKey()
  const now = Math.floor(Date.now() / 1000)
  const grant = await withTeam(team.teamId, (trx) => trx.from('oauth_grants').select('id').firstOrFail())
  const claims = {
    iss: env.get('APP_URL'),
    aud: 'agentops-api',
    sub: team.user.id,
    jti: 'x',
    iat: now,
    nbf: now,
    exp: now + 600,
    grant: grant.id,
    team: team.teamId,
    scope: 'read write',
    ...change,
  }
  const kept = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
  return {
    claims: kept,
    text: await new SignJWT(kept)
      .setProtectedHeader({ alg: 'RS256', kid: own.kid, typ: 'at+jwt', ...header })
      .sign(key ?? own.key),
  }
}

test.group('Tokens for a password', () => {
  test('are RS256, live for an hour, verify against the published keys and open the API', async ({
    client,
    assert,
  }) => {
    const team = await aTeam()
    const answer = await asPerson(client, team)
    answer.assertStatus(200)
    assert.equal(answer.header('cache-control'), 'no-store')
    const { access_token, expires_in, token_type, scope } = answer.body()
    assert.deepEqual([expires_in, token_type, scope], [3600, 'Bearer', 'write'])
    const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', base))
    const { payload, protectedHeader } = await jwtVerify(access_token, keys, {
      issuer: env.get('APP_URL'),
      audience: 'agentops-api',
    })
    assert.equal(protectedHeader.alg, 'RS256')
    assert.equal(payload.exp! - payload.iat!, 3600)
    assert.equal(payload.sub, team.user.id)
    const shown = await me(client, access_token)
    shown.assertStatus(200)
    assert.equal(shown.body().user.id, team.user.id)
    assert.equal(shown.body().team.id, team.teamId)
  })

  test('say the same of a wrong password and of an address nobody has', async ({ client, assert }) => {
    const team = await aTeam()
    const wrong = await asPerson(client, team, { password: 'something else' })
    const nobody = await asPerson(client, team, { username: 'nobody@example.test' })
    assertOauthError(assert, wrong, 'invalid_grant')
    assert.deepEqual(nobody.body(), wrong.body())
  })

  test('have no more rights than their scope', async ({ client }) => {
    const { access_token } = (await asPerson(client, await aTeam(), { scope: 'read' })).body()
    const listed = await client.get('/api/projects').header('authorization', `Bearer ${access_token}`)
    listed.assertStatus(200)
    const made = await client
      .post('/api/projects')
      .header('authorization', `Bearer ${access_token}`)
      .json({ source: 'sample' })
    made.assertStatus(403)
  })

  test('are not given for a team of others', async ({ client, assert }) => {
    const [mine, theirs] = [await aTeam(), await aTeam()]
    assertOauthError(assert, await asPerson(client, mine, { team: theirs.teamId }), 'invalid_grant')
  })

  test('name what is wrong with a request', async ({ client, assert }) => {
    const post = (body: object) => client.post('/api/auth/token').json(body)
    assertOauthError(assert, await post({}), 'unsupported_grant_type')
    assertOauthError(assert, await post({ grant_type: 'password' }), 'invalid_request')
    const team = await aTeam()
    assertOauthError(assert, await asPerson(client, team, { client_id: 'nobody' }), 'invalid_client', 401)
    assertOauthError(
      assert,
      await asPerson(client, team, { client_id: 'agentops-ide' }),
      'unauthorized_client'
    )
  })

  test('end with the membership', async ({ client }) => {
    const team = await aTeam()
    const user = await aMember(team.teamId, 'developer')
    const { access_token } = (
      await asPerson(client, { user, teamId: team.teamId }, { team: team.teamId })
    ).body()
    await withTeam(team.teamId, (trx) => trx.from('memberships').where('user_id', user.id).delete())
    const answer = await me(client, access_token)
    answer.assertStatus(401)
  })
})

test.group('A signed token', (group) => {
  let team: Team
  group.each.setup(async () => {
    team = await aTeam()
    await fetch(`${base}/api/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'password', username: team.user.email, password }),
    })
  })
  const past = () => Math.floor(Date.now() / 1000) - 600

  test('that we made is taken', async ({ client }) => {
    const answer = await me(client, (await forged(team)).text)
    answer.assertStatus(200)
  })

  test('is refused when {name}')
    .with([
      { name: 'it has expired', change: () => ({ exp: past() }) },
      { name: 'it is not valid yet', change: () => ({ nbf: Math.floor(Date.now() / 1000) + 600 }) },
      { name: 'another issuer made it', change: () => ({ iss: 'https://elsewhere.example' }) },
      { name: 'it is for the engine', change: () => ({ aud: 'agentops-engine', iss: 'agentops-app' }) },
      { name: 'it never expires', change: () => ({ exp: undefined }) },
      { name: 'it stands for nobody', change: () => ({ sub: undefined }) },
      { name: 'its grant is not one', change: () => ({ grant: "' or 1=1" }) },
      { name: 'its grant is of somebody else', change: () => ({ sub: crypto.randomUUID() }) },
      { name: 'its grant is of another team', change: () => ({ team: crypto.randomUUID() }) },
    ])
    .run(async ({ client, assert }, { change }) => {
      assertProblem(assert, await me(client, (await forged(team, change())).text), 401)
    })

  test('is refused when it is not signed, or with a key that is not for that', async ({ client, assert }) => {
    const { claims, text } = await forged(team)
    const none = new UnsecuredJWT(claims).encode()
    const [{ public_jwk }] = await db.from('signing_keys').whereNull('retired_at').select('public_jwk')
    const publicKey = createPublicKey(await exportSPKI((await importJWK(public_jwk, 'RS256')) as Key))
    const spki = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const hs256 = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: public_jwk.kid, typ: 'at+jwt' })
      .sign(new TextEncoder().encode(spki))
    const [head, body, signature] = text.split('.') as [string, string, string]
    const other = { ...claims, scope: 'admin' }
    const swapped = `${head}.${Buffer.from(JSON.stringify(other)).toString('base64url')}.${signature}`
    const cut = `${head}.${body}.${signature.slice(0, -8)}AAAAAAAA`
    const stranger = await forged(team, {}, { kid: 'unknown' })
    for (const one of [none, `${none}x`, hs256, swapped, cut, stranger.text]) {
      assertProblem(assert, await me(client, one), 401)
    }
  })

  test('outlives the rotation of keys, and new ones are signed with the new key', async ({
    client,
    assert,
  }) => {
    const before = await forged(team)
    const { kid } = await rotateSigningKey()
    const still = await me(client, before.text)
    still.assertStatus(200)
    assert.equal((await signingKey()).kid, kid)
    const { keys } = (await client.get('/.well-known/jwks.json')).body()
    assert.include(
      keys.map((key: { kid: string }) => key.kid),
      kid
    )
    for (const key of keys) assert.notProperty(key, 'd')
  })
})

test.group('Refresh tokens', () => {
  test('work once and give the next', async ({ client, assert }) => {
    const first = (await asPerson(client, await aTeam())).body()
    const second = await refresh(client, first.refresh_token)
    second.assertStatus(200)
    assert.notEqual(second.body().refresh_token, first.refresh_token)
    const shown = await me(client, second.body().access_token)
    shown.assertStatus(200)
    const third = await refresh(client, second.body().refresh_token)
    third.assertStatus(200)
  })

  test('that come a second time end everything they belong to', async ({ client, assert }) => {
    const first = (await asPerson(client, await aTeam())).body()
    const second = (await refresh(client, first.refresh_token)).body()
    assertOauthError(assert, await refresh(client, first.refresh_token), 'invalid_grant')
    assertOauthError(assert, await refresh(client, second.refresh_token), 'invalid_grant')
    assertProblem(assert, await me(client, second.access_token), 401)
  })

  test('used twice at the same moment work at most once', async ({ client, assert }) => {
    const { refresh_token } = (await asPerson(client, await aTeam())).body()
    const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(client, refresh_token)))
    assert.isAtMost(answers.filter((answer) => answer.status() === 200).length, 1)
  })

  test('are of no use to another program', async ({ client, assert }) => {
    const { refresh_token } = (await asPerson(client, await aTeam())).body()
    assertOauthError(assert, await refresh(client, refresh_token, 'agentops-cli'), 'invalid_grant')
    assertOauthError(assert, await refresh(client, refresh_token), 'invalid_grant')
  })

  test('can be given back', async ({ client, assert }) => {
    const { access_token, refresh_token } = (await asPerson(client, await aTeam())).body()
    const revoked = await client.post('/api/auth/revoke').form({ token: refresh_token })
    revoked.assertStatus(200)
    assertOauthError(assert, await refresh(client, refresh_token), 'invalid_grant')
    assertProblem(assert, await me(client, access_token), 401)
    const unknown = await client.post('/api/auth/revoke').form({ token: 'whatever' })
    unknown.assertStatus(200)
  })
})

test.group('The authorization of a program', () => {
  const verifier = randomBytes(32).toString('base64url')
  const question = {
    response_type: 'code',
    client_id: 'agentops-cli',
    redirect_uri: 'http://127.0.0.1:41234/callback',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'xyz',
    scope: 'write',
  }

  const decide = (client: ApiClient, { user }: Team, decision: string, change: object = {}) =>
    client
      .post('/oauth/authorize')
      .qs({ ...question, ...change })
      .loginAs(user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .withInertia()
      .form({ decision })
  const answerOf = (response: ApiResponse) => new URL(response.header('x-inertia-location')!)
  const redeem = (client: ApiClient, code: string, change: object = {}) =>
    client.post('/api/auth/token').form({
      grant_type: 'authorization_code',
      client_id: question.client_id,
      redirect_uri: question.redirect_uri,
      code,
      code_verifier: verifier,
      ...change,
    })

  test('asks the person, and gives a code that works once', async ({ client, assert }) => {
    const team = await aTeam()
    const page = await client.get('/oauth/authorize').qs(question).loginAs(team.user).withInertia()
    page.assertStatus(200)
    page.assertInertiaPropsContains({ clientName: 'AgentOps CLI', scopes: ['write'] })
    const answer = answerOf(await decide(client, team, 'allow'))
    assert.equal(answer.origin + answer.pathname, question.redirect_uri)
    assert.equal(answer.searchParams.get('state'), 'xyz')
    const code = answer.searchParams.get('code')!
    const tokens = await redeem(client, code)
    tokens.assertStatus(200)
    const shown = await me(client, tokens.body().access_token)
    shown.assertStatus(200)
    assertOauthError(assert, await redeem(client, code), 'invalid_grant')
    assertProblem(assert, await me(client, tokens.body().access_token), 401)
  })

  test('gives no more than the role has, and says so: {$role} asked for {$scope}')
    .with<{ role: Role; scope: string; scopes: string; withheld: string[]; may: string }[]>([
      { role: 'owner', scope: 'read write admin', scopes: 'read write admin', withheld: [], may: 'Invite' },
      { role: 'developer', scope: 'admin', scopes: 'write', withheld: ['admin'], may: 'Run, cancel' },
      { role: 'viewer', scope: 'write', scopes: 'read', withheld: ['write'], may: 'See workflows' },
      {
        role: 'billing',
        scope: 'read write',
        scopes: 'read',
        withheld: ['write'],
        may: "See the team's name",
      },
    ])
    .run(async ({ client, assert }, { role, scope, scopes, withheld, may }) => {
      const { teamId } = await aTeam()
      const user = await aMember(teamId, role)
      const asked = { scope, team: teamId }
      const page = await client
        .get('/oauth/authorize')
        .qs({ ...question, ...asked })
        .loginAs(user)
        .withInertia()
      assert.containsSubset(page.inertiaProps, { scopes: scopes.split(' '), withheld, role })
      assert.isTrue(page.inertiaProps.may.some((words: string) => words.startsWith(may)))
      const answer = answerOf(await decide(client, { user, teamId }, 'allow', asked))
      const tokens = await redeem(client, answer.searchParams.get('code')!)
      assert.equal(tokens.body().scope, scopes)
      await withTeam(teamId, (trx) =>
        trx.from('memberships').where('user_id', user.id).update({ role: 'owner' })
      )
      const later = await refresh(client, tokens.body().refresh_token, 'agentops-cli')
      assert.equal(later.body().scope, scopes)
    })

  test('names the issuer that the operator has set, whatever name was asked for', async ({
    assert,
    client,
  }) => {
    const { user } = await aTeam()
    const answer = answerOf(
      await client
        .post('/oauth/authorize')
        .qs(question)
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .withInertia()
        .header('host', 'evil.example')
        .form({ decision: 'allow' })
    )
    assert.equal(answer.searchParams.get('iss'), env.get('APP_URL'))
  })

  test('tells the program of a refusal', async ({ client, assert }) => {
    const answer = answerOf(await decide(client, await aTeam(), 'deny'))
    assert.equal(answer.searchParams.get('error'), 'access_denied')
    assert.equal(answer.searchParams.get('state'), 'xyz')
  })

  test('gives nothing for a code with another verifier, address or program', async ({ client, assert }) => {
    const team = await aTeam()
    for (const change of [
      { code_verifier: randomBytes(32).toString('base64url') },
      { redirect_uri: 'http://127.0.0.1:41234/other' },
      { client_id: 'agentops-ide' },
    ]) {
      const code = answerOf(await decide(client, team, 'allow')).searchParams.get('code')!
      assertOauthError(assert, await redeem(client, code, change), 'invalid_grant')
      assertOauthError(assert, await redeem(client, code), 'invalid_grant')
    }
  })

  test('never sends anybody to an address that is not the program’s', async ({ client, assert }) => {
    const team = await aTeam()
    for (const redirect_uri of [
      'https://evil.example/callback',
      'http://127.0.0.1.evil.example/callback',
      'http://user@127.0.0.1/callback',
      'http://localhost:3000/callback',
      'javascript:alert(1)',
    ]) {
      const response = await decide(client, team, 'allow', { redirect_uri })
      assert.isUndefined(response.header('x-inertia-location'), redirect_uri)
    }
  })

  test('wants PKCE with S256', async ({ client, assert }) => {
    const team = await aTeam()
    const plain = answerOf(await decide(client, team, 'allow', { code_challenge_method: 'plain' }))
    assert.equal(plain.searchParams.get('error'), 'invalid_request')
    assert.isNull(plain.searchParams.get('code'))
  })

  test('is listed for the person, who can take it back', async ({ client, assert }) => {
    const [team, other] = [await aTeam(), await aTeam()]
    const { access_token } = (await asPerson(client, team)).body()
    const page = await client.get('/settings/apps').loginAs(team.user).withInertia()
    const [grant] = page.inertiaProps.grants as { id: string; name: string }[]
    assert.equal(grant!.name, 'API client')
    const take = (user: typeof team.user) =>
      client.delete(`/settings/apps/${grant!.id}`).loginAs(user).withCsrfToken().withInertia().redirects(0)
    const foreign = await take(other.user)
    foreign.assertStatus(404)
    const taken = await take(team.user)
    taken.assertStatus(303)
    assertProblem(assert, await me(client, access_token), 401)
  })
})
