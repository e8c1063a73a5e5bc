import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import CreateApiToken from '#accounts/actions/create_api_token'
import User from '#accounts/models/user'
import { scopes } from '#accounts/permissions'
import { forgetApiToken } from '#accounts/services/api_token_check'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import { anApiUser, assertProblem, aToken } from '#tests/support/api'
import { ownActions } from '#tests/support/audit'
import { connectedAccount } from '#tests/support/hosts/connected'
import { hostUnderTest } from '#tests/support/hosts/host_under_test'
import { aTeam, type Team } from '#tests/support/team'

const mark = (userId: string, isOperator: boolean) =>
  sql(db, 'update users set is_operator = ? where id = ?', [isOperator, userId])

async function anOperator() {
  const team = await aTeam('Olive Operator')
  await mark(team.user.id, true)
  const { token, id: tokenId } = await new CreateApiToken().execute({
    teamId: team.teamId,
    userId: team.user.id,
    name: 'operations',
    scopes: ['operator'],
    expiresInDays: 30,
  })
  return { ...team, token, tokenId }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const put = (client: ApiClient, token: string, path: string, body: object = {}) =>
  client.put(path).headers(bearer(token)).json(body)

const paths = [
  '/api/admin/users',
  '/api/admin/teams',
  '/api/admin/connections',
  '/api/admin/queue',
  '/api/admin/flags',
]

test.group('The API of the administration', () => {
  test('finds accounts and teams', async ({ client, assert }) => {
    const { token } = await anOperator()
    const { user, teamId } = await aTeam()
    const users = await client.get('/api/admin/users').qs({ q: user.email }).headers(bearer(token))
    users.assertStatus(200)
    assert.containsSubset(users.body().data, [{ id: user.id, email: user.email, teams: [{ id: teamId }] }])
    assert.equal(users.body().meta.total, 1)
    const teams = await client.get('/api/admin/teams').qs({ q: teamId }).headers(bearer(token))
    assert.containsSubset(teams.body().data, [{ id: teamId, members: 1 }])
  })

  test('shows what the hosts still take of the connected accounts', async ({ client, assert, cleanup }) => {
    const host = await hostUnderTest('github')
    cleanup(() => host.close())
    const { token } = await anOperator()
    const { teamId } = await aTeam()
    const id = await connectedAccount(teamId, host)
    const limits = { rate_limit: 5000, rate_remaining: 0, rate_resets_at: new Date() }
    await withTeam(teamId, (trx) =>
      trx
        .from('git_connections')
        .where('id', id)
        .update({ health: 'expired', ...limits })
    )
    const pages = []
    for (let page = 1, last = 1; page <= last; page++) {
      const answer = await client.get('/api/admin/connections').qs({ page }).headers(bearer(token))
      answer.assertStatus(200)
      last = answer.body().meta.lastPage
      pages.push(...answer.body().data)
    }
    const shown = pages.find((connection) => connection.id === id)
    assert.containsSubset(shown, {
      team: { id: teamId },
      host: 'github',
      rate: { limit: 5000, remaining: 0 },
    })
    assert.notMatch(Object.keys(shown).join(), /token|secret|encrypted/i)
    const bad = await client.get('/api/admin/connections').qs({ page: 'x' }).headers(bearer(token))
    assertProblem(assert, bad, 422)
  })

  test('suspends and reinstates, in the name of the operator', async ({ client, assert }) => {
    const operator = await anOperator()
    const victim = await anApiUser()
    const path = `/api/admin/users/${victim.user.id}/suspension`
    ;(await put(client, operator.token, path)).assertStatus(204)
    ;(await client.get('/api/me').headers(bearer(victim.token))).assertStatus(401)
    ;(await client.delete(path).headers(bearer(operator.token))).assertStatus(204)
    assert.isNull((await User.findOrFail(victim.user.id)).suspendedAt)
    assert.includeMembers(await ownActions(operator.user.id), [
      'operator.user_suspended',
      'operator.user_reinstated',
    ])
    const self = await put(client, operator.token, `/api/admin/users/${operator.user.id}/suspension`)
    assertProblem(assert, self, 409)
    const nobody = await put(client, operator.token, `/api/admin/users/${randomUUID()}/suspension`)
    assertProblem(assert, nobody, 404)
  })

  test('sets and removes flags', async ({ client, assert }) => {
    const { token, teamId } = await anOperator()
    const name = `flag_${randomUUID().slice(0, 8)}`
    const path = `/api/admin/flags/${name}`
    const made = await put(client, token, path, { percentage: 25, teamIds: [teamId] })
    assert.deepEqual(made.body(), { name, percentage: 25, teamIds: [teamId] })
    const listed = await client.get('/api/admin/flags').headers(bearer(token))
    assert.containsSubset(listed.body().data, [{ name, percentage: 25 }])
    assertProblem(assert, await put(client, token, path, { percentage: 101 }), 422)
    ;(await client.delete(path).headers(bearer(token))).assertStatus(204)
    assertProblem(assert, await client.delete(path).headers(bearer(token)), 404)
  })

  test('runs dead jobs again', async ({ client, assert }) => {
    const { token } = await anOperator()
    const { rows } = await sql<{ id: string }>(
      db,
      `insert into jobs (team_id, name, payload, status, last_error) values (null, 'tests.unknown', '{}', 'dead', 'gone')
       returning id`
    )
    const { id } = rows[0]!
    const shown = await client.get('/api/admin/queue').headers(bearer(token))
    assert.containsSubset(shown.body().dead, [{ id, lastError: 'gone' }])
    const replay = () => client.post('/api/admin/queue/replays').headers(bearer(token)).json({ id })
    assert.deepEqual((await replay()).body(), { replayed: 1 })
    assertProblem(assert, await replay(), 404)
    await sql(db, 'delete from jobs where id = ?', [id])
  })

  test('is not there for any other token, nor when the mark is gone', async ({ client, assert }) => {
    const operator = await anOperator()
    const all = await aToken(operator, [...scopes])
    const stranger = await anApiUser(['admin'])
    for (const path of paths) {
      ;(await client.get(path)).assertStatus(401)
      for (const token of [all.token, stranger.token])
        assertProblem(assert, await client.get(path).headers(bearer(token)), 404)
      ;(await client.get(path).headers(bearer(operator.token))).assertStatus(200)
    }
    await mark(operator.user.id, false)
    forgetApiToken(operator.tokenId)
    for (const path of paths)
      assertProblem(assert, await client.get(path).headers(bearer(operator.token)), 404)
  })

  test('opens nothing of a team', async ({ client, assert }) => {
    const { token } = await anOperator()
    for (const path of ['/api/projects', '/api/workflows', '/api/members', '/api/audit'])
      assertProblem(assert, await client.get(path).headers(bearer(token)), 403)
  })

  const create = (client: ApiClient, { user }: Pick<Team, 'user'>, expires: string) =>
    client
      .post('/settings/tokens')
      .loginAs(user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .header('accept', 'application/json')
      .json({ name: 'operations', scopes: ['operator'], expires })

  test('has tokens that only operators can make, and that expire', async ({ client, assert }) => {
    const operator = await anOperator()
    const refused = await create(client, await aTeam(), '30')
    refused.assertStatus(422)
    assert.include(refused.text(), 'operators')
    ;(await create(client, operator, 'never')).assertStatus(422)
    ;(await create(client, operator, '30')).assertStatus(200)
    const robot = await client
      .post('/settings/service-tokens')
      .loginAs(operator.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .header('accept', 'application/json')
      .json({ name: 'robot', scopes: ['operator'], expires: '30' })
    robot.assertStatus(422)
  })
})
