import { test } from '@japa/runner'
import CreateServiceToken from '#accounts/actions/create_service_token'
import RemoveMember from '#accounts/actions/remove_member'
import type { Role } from '#accounts/enums/role'
import type { Scope } from '#accounts/permissions'
import { listServiceTokens } from '#accounts/queries/list_service_tokens'
import { isApiToken } from '#accounts/services/api_token'
import { withTeam } from '#accounts/services/tenancy'
import { finish, projectRows } from '#tests/support/api'
import { anActor, auditActions } from '#tests/support/members'
import { aMember, aTeam, type Team } from '#tests/support/team'

async function aRobot(team: Team, scopes: Scope[] = ['write'], expiresInDays: number | null = null) {
  const result = await new CreateServiceToken().execute({
    actor: anActor(team),
    name: 'Nightly CI',
    scopes,
    expiresInDays,
  })
  if (!result.ok) throw new Error(result.error)
  return { ...result.value, bearer: { authorization: `Bearer ${result.value.token}` } }
}

test.group('A service token', () => {
  test('is shown once and stored as a hash', async ({ client, assert }) => {
    const team = await aTeam()
    const response = await client
      .post('/settings/service-tokens')
      .loginAs(team.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .withInertia()
      .json({ name: 'Nightly CI', scopes: ['read'], expires: '30' })
    response.assertStatus(200)
    const { token } = response.body().flash.newToken
    assert.isTrue(isApiToken(token))
    assert.isTrue(token.startsWith('agentops_'))
    const again = await client.get('/settings/service-tokens').loginAs(team.user).withInertia()
    assert.notInclude(again.text(), token)
    const rows = await withTeam(team.teamId, (trx) => trx.from('service_tokens').select('*'))
    assert.notInclude(JSON.stringify(rows), token)
    assert.deepEqual(await auditActions(team.teamId), ['service_token.created'])
  })

  test('works as the robot: the work carries its name and nobody is its author', async ({
    client,
    assert,
  }) => {
    const team = await aTeam()
    const { bearer, id: robotId } = await aRobot(team)
    const [projectId] = await projectRows(team.teamId, ['one'])
    const me = await client.get('/api/me').headers(bearer)
    assert.containsSubset(me.body(), { user: null, robot: { id: robotId, name: 'Nightly CI' } })
    const created = await client
      .post('/api/workflows')
      .headers(bearer)
      .json({ projectId, task: 'remove unused imports' })
    created.assertStatus(201)
    const shown = await client.get(`/api/workflows/${created.body().id}`).headers(bearer)
    assert.containsSubset(shown.body(), { createdBy: 'Nightly CI', createdByRobot: true })
    await finish(team.teamId, created.body().id)
    const rerun = await client
      .post(`/api/workflows/${created.body().id}/reruns`)
      .headers(bearer)
      .json({ from: 'analyze' })
    const row = await withTeam(team.teamId, (trx) =>
      trx.from('workflows').where('id', rerun.body().id).select('created_by', 'created_by_robot').first()
    )
    assert.deepEqual(row, { created_by: null, created_by_robot: robotId })
  })

  test('goes on when whoever made it leaves', async ({ client }) => {
    const team = await aTeam()
    const maker = await aMember(team.teamId, 'admin')
    const { bearer } = await aRobot({ ...team, user: maker })
    await new RemoveMember().execute({ actor: anActor(team), userId: maker.id })
    ;(await client.get('/api/projects').headers(bearer)).assertStatus(200)
  })

  test('has the rights of its scopes and no others', async ({ client }) => {
    const team = await aTeam()
    const read = await aRobot(team, ['read'])
    ;(await client.get('/api/projects').headers(read.bearer)).assertStatus(200)
    const response = await client.post('/api/projects').headers(read.bearer).json({ source: 'sample' })
    response.assertStatus(403)
  })

  test('is refused when it has expired or is revoked', async ({ client, assert }) => {
    const team = await aTeam()
    const { id, bearer } = await aRobot(team)
    ;(await client.get('/api/projects').headers(bearer)).assertStatus(200)
    const revoke = await client
      .delete(`/settings/service-tokens/${id}`)
      .loginAs(team.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
    revoke.assertStatus(302)
    ;(await client.get('/api/projects').headers(bearer)).assertStatus(401)
    assert.isEmpty(await listServiceTokens(team.teamId))
    const expired = await aRobot(team, ['read'], 1)
    await withTeam(team.teamId, (trx) =>
      trx.rawQuery(`update service_tokens set expires_at = now() - interval '1 second' where id = ?`, [
        expired.id,
      ])
    )
    ;(await client.get('/api/projects').headers(expired.bearer)).assertStatus(401)
    assert.deepEqual(await auditActions(team.teamId), [
      'service_token.created',
      'service_token.revoked',
      'service_token.created',
    ])
  })

  test('needs a name of its own', async ({ client, assert }) => {
    const team = await aTeam()
    await aRobot(team)
    const response = await client
      .post('/settings/service-tokens')
      .loginAs(team.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .header('accept', 'application/json')
      .json({ name: 'nightly ci', scopes: ['read'], expires: '30' })
    response.assertStatus(422)
    assert.lengthOf(await listServiceTokens(team.teamId), 1)
  })

  test('is not found by another team', async ({ client, assert }) => {
    const [team, other] = [await aTeam(), await aTeam()]
    const { id } = await aRobot(other)
    const response = await client
      .delete(`/settings/service-tokens/${id}`)
      .loginAs(team.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
    response.assertStatus(404)
    assert.lengthOf(await listServiceTokens(other.teamId), 1)
  })

  test('is not made by: {$self}')
    .with<Role[]>(['developer', 'viewer', 'billing'])
    .run(async ({ client }, role) => {
      const { teamId } = await aTeam()
      const user = await aMember(teamId, role)
      const response = await client
        .post(`/settings/service-tokens?team=${teamId}`)
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
        .form({ name: 'x', scopes: ['read'], expires: '30' })
      response.assertStatus(403)
    })
})
