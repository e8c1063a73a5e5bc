import { test } from '@japa/runner'
import RevokeApiToken from '#accounts/actions/revoke_api_token'
import { generateApiToken } from '#accounts/services/api_token'
import { flushApiTokenUses } from '#accounts/services/api_token_uses'
import { withTeam } from '#accounts/services/tenancy'
import { anApiUser, assertProblem, aToken } from '#tests/support/api'
import { aMember } from '#tests/support/team'

test.group('API tokens', () => {
  test('name the person, the team and the token', async ({ client, assert }) => {
    const { token, tokenId, teamId, user } = await anApiUser(['read'])
    const response = await client.get('/api/me').bearerToken(token)
    response.assertStatus(200)
    assert.containSubset(response.body(), {
      user: { id: user.id, name: user.fullName },
      team: { id: teamId, role: 'owner' },
      token: { id: tokenId, name: 'ci', scopes: ['read'], expiresAt: null },
    })
  })

  test('are asked for', async ({ client, assert }) => {
    const response = await client.get('/api/projects')
    assertProblem(assert, response, 401)
    assert.equal(response.header('www-authenticate'), 'Bearer realm="AgentOps"')
  })

  test('are refused when {$self}')
    .with(['agentops_short', 'not-a-token', generateApiToken(), `${generateApiToken().slice(0, -1)}!`])
    .run(async ({ client, assert }, token) => {
      const response = await client.get('/api/projects').bearerToken(token)
      assertProblem(assert, response, 401)
      assert.include(response.header('www-authenticate'), 'error="invalid_token"')
    })

  test('are refused once expired', async ({ client, assert }) => {
    const owner = await anApiUser()
    const { token, id } = await aToken(owner, ['read'], 1)
    await withTeam(owner.teamId, (trx) =>
      trx
        .from('api_tokens')
        .where('id', id)
        .update({ expires_at: new Date(Date.now() - 1) })
    )
    assertProblem(assert, await client.get('/api/projects').bearerToken(token), 401)
  })

  test('are refused at once when revoked here', async ({ client, assert }) => {
    const { token, tokenId, teamId, user } = await anApiUser()
    ;(await client.get('/api/projects').bearerToken(token)).assertStatus(200)
    await new RevokeApiToken().execute({ teamId, userId: user.id, id: tokenId })
    assertProblem(assert, await client.get('/api/projects').bearerToken(token), 401)
  })

  test('are refused within five seconds when revoked by another process', async ({ client, assert }) => {
    const { token, tokenId, teamId } = await anApiUser()
    ;(await client.get('/api/projects').bearerToken(token)).assertStatus(200)
    await withTeam(teamId, (trx) => trx.from('api_tokens').where('id', tokenId).delete())
    await new Promise((resolve) => setTimeout(resolve, 5000))
    assertProblem(assert, await client.get('/api/projects').bearerToken(token), 401)
  })

  test('end with the membership of their owner', async ({ client, assert }) => {
    const { teamId } = await anApiUser()
    const user = await aMember(teamId, 'developer')
    const { token } = await aToken({ teamId, user })
    await withTeam(teamId, (trx) =>
      trx.from('memberships').where('user_id', user.id).where('team_id', teamId).delete()
    )
    assertProblem(assert, await client.get('/api/projects').bearerToken(token), 401)
  })

  test('never allow more than their owner may', async ({ client, assert }) => {
    const { teamId } = await anApiUser()
    const viewer = await aMember(teamId, 'viewer')
    const { token } = await aToken({ teamId, user: viewer }, ['read', 'write'])
    ;(await client.get('/api/projects').bearerToken(token)).assertStatus(200)
    const body = { projectId: crypto.randomUUID(), task: 'remove unused imports' }
    assertProblem(assert, await client.post('/api/workflows').bearerToken(token).json(body), 403)
  })

  test('say which scope is missing', async ({ client, assert }) => {
    const { token } = await anApiUser(['read'])
    const response = await client.post('/api/workflows').bearerToken(token).json({})
    const problem = assertProblem(assert, response, 403)
    assert.include(problem.detail, '"write"')
    assert.include(response.header('www-authenticate'), 'error="insufficient_scope", scope="write"')
  })

  test('remember when they were last used', async ({ client, assert }) => {
    const { token, tokenId, teamId } = await anApiUser()
    await client.get('/api/me').bearerToken(token)
    await flushApiTokenUses()
    const row = await withTeam(teamId, (trx) =>
      trx.from('api_tokens').where('id', tokenId).select('*').firstOrFail()
    )
    assert.closeTo(row.last_used_at.getTime(), Date.now(), 5000)
    assert.lengthOf(row.token_hash, 32)
    assert.notInclude(JSON.stringify(row), token.slice(9))
  })
})
