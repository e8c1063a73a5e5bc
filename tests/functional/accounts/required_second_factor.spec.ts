import encryption from '@adonisjs/core/services/encryption'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import CreateServiceToken from '#accounts/actions/create_service_token'
import type User from '#accounts/models/user'
import { forgetTokensOfUser } from '#accounts/services/api_token_check'
import { withTeam, withUser } from '#accounts/services/tenancy'
import env from '#start/env'
import { assertProblem, aToken, aWorkflow } from '#tests/support/api'
import { anActor, auditActions, join } from '#tests/support/members'
import { aMember, aTeam, type Team } from '#tests/support/team'
import { Visitor } from '#tests/support/visitor'
import { mayListen } from '#workflows/queries/may_listen'

const password = 'correct horse battery'
const page = { accept: 'text/html' }

const addApp = (user: User) =>
  withUser(user.id, (trx) =>
    trx.table('totp_secrets').insert({
      user_id: user.id,
      secret_encrypted: encryption.encrypt('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
      confirmed_at: new Date(),
    })
  )

const demand = (client: ApiClient, user: User, required: unknown, team = '') =>
  client
    .put(`/settings/team/second-factor${team}`)
    .loginAs(user)
    .withCsrfToken()
    .withSession({ confirmed_at: Date.now() })
    .header('accept', 'application/json')
    .redirects(0)
    .json({ required })

const isRequired = async (teamId: string) =>
  (await withTeam(teamId, (trx) => trx.from('teams').where('id', teamId).first())).second_factor_required

/** A team whose owner has a second factor and asks for one. */
async function aStrictTeam(client: ApiClient): Promise<Team> {
  const team = await aTeam()
  await addApp(team.user)
  const response = await demand(client, team.user, true)
  if (!(await isRequired(team.teamId))) throw new Error(`not switched on: ${response.status()}`)
  return team
}

test.group('Asking members for a second factor', () => {
  test('is switched on and off by who may manage the team, and audited', async ({ client, assert }) => {
    const { user, teamId } = await aStrictTeam(client)
    const shown = await client.get('/settings/team').loginAs(user).withInertia()
    assert.isTrue(shown.inertiaProps.secondFactorRequired)
    await demand(client, user, true)
    await demand(client, user, false)
    assert.isFalse(await isRequired(teamId))
    assert.deepEqual(await auditActions(teamId), [
      'team.second_factor_required',
      'team.second_factor_optional',
    ])
  })

  test('is refused to whoever has none, as they would be shut out', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const response = await demand(client, user, true)
    response.assertStatus(422)
    assert.include(response.text(), 'second factor of your own')
    assert.isFalse(await isRequired(teamId))
  })

  test('needs a yes or no', async ({ client }) => {
    const { user } = await aTeam()
    const response = await demand(client, user, 'perhaps')
    response.assertStatus(422)
  })

  test('needs the right, and that they confirm to be themselves', async ({ client, assert }) => {
    const team = await aTeam()
    const developer = await aMember(team.teamId, 'developer')
    await addApp(developer)
    const refused = await demand(client, developer, true, `?team=${team.teamId}`)
    refused.assertStatus(403)
    const unconfirmed = await client
      .put('/settings/team/second-factor')
      .loginAs(team.user)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json({ required: true })
    unconfirmed.assertStatus(428)
    assert.isFalse(await isRequired(team.teamId))
  })

  test('cannot be done to another team', async ({ client, assert }) => {
    const [mine, theirs] = [await aTeam(), await aTeam()]
    await addApp(mine.user)
    const response = await demand(client, mine.user, true, `?team=${theirs.teamId}`)
    response.assertStatus(404)
    assert.isFalse(await isRequired(theirs.teamId))
  })

  test('shows those who manage members who has none, and nobody else', async ({ client, assert }) => {
    const team = await aTeam()
    await addApp(team.user)
    const viewer = await aMember(team.teamId, 'viewer')
    const seenBy = async (user: User) => {
      const path = `/settings/members?team=${team.teamId}`
      const response = await client.get(path).loginAs(user).withInertia()
      const members: { id: string; secondFactor: boolean | null }[] = response.inertiaProps.members
      return Object.fromEntries(members.map(({ id, secondFactor }) => [id, secondFactor]))
    }
    assert.deepEqual(await seenBy(team.user), { [team.user.id]: true, [viewer.id]: false })
    assert.deepEqual(await seenBy(viewer), { [team.user.id]: null, [viewer.id]: null })
  })
})

test.group('A member without a second factor, where the team asks for one', () => {
  test('is led to where one is added, and gets in with it', async ({ client, assert }) => {
    const { teamId } = await aStrictTeam(client)
    const member = await aMember(teamId, 'developer')
    for (const path of ['/dashboard', '/workflows', '/projects', '/settings/members', '/settings/team']) {
      const response = await client.get(`${path}?team=${teamId}`).loginAs(member).headers(page).redirects(0)
      response.assertStatus(302)
      assert.match(response.header('location') ?? '', /^\/settings\/security/, path)
    }
    const visitor = new Visitor()
    await visitor.signIn(member.email, password)
    assert.match((await visitor.get(`/workflows?team=${teamId}`)).location ?? '', /^\/settings\/security/)
    const security = await visitor.get(`/settings/security?team=${teamId}`)
    assert.equal(security.status, 200)
    assert.include(security.text, 'lets in only members with two-step verification')
    await addApp(member)
    assert.equal((await visitor.get(`/workflows?team=${teamId}`)).status, 200)
  })

  test('changes nothing and loads nothing', async ({ client, assert }) => {
    const { teamId } = await aStrictTeam(client)
    const member = await aMember(teamId, 'admin')
    const { id } = await aWorkflow(teamId)
    const change = await client
      .patch(`/settings/team?team=${teamId}`)
      .loginAs(member)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json({ name: 'Taken' })
    change.assertStatus(403)
    assert.include(change.text(), 'two-step verification')
    const loaded = await client
      .get(`/workflows/${id}/events?team=${teamId}`)
      .loginAs(member)
      .header('accept', 'application/json')
    loaded.assertStatus(403)
    const off = await demand(client, member, false, `?team=${teamId}`)
    off.assertStatus(403)
    assert.isTrue(await isRequired(teamId))
  })

  test('hears no live channel of it', async ({ client, assert }) => {
    const team = await aStrictTeam(client)
    const member = await aMember(team.teamId, 'developer')
    const { id } = await aWorkflow(team.teamId)
    for (const channel of [`teams/${team.teamId}`, `workflows/${id}`]) {
      const response = await client
        .get(`/live/${channel}?team=${team.teamId}`)
        .loginAs(member)
        .header('accept', 'text/event-stream')
      response.assertStatus(403)
      // A stream that was open before is asked by the same question, every ten seconds.
      assert.isFalse(await mayListen(member.id, channel))
      assert.isTrue(await mayListen(team.user.id, channel))
    }
    const elsewhere = await client.get(`/live/workflows/${id}`).loginAs(member)
    assert.oneOf(elsewhere.status(), [403, 404])
  })

  test('keeps the other teams', async ({ client }) => {
    const { teamId } = await aStrictTeam(client)
    const own = await aTeam()
    await join(own.user, teamId, 'developer')
    const response = await client.get(`/workflows?team=${own.teamId}`).loginAs(own.user).headers(page)
    response.assertStatus(200)
  })
})

test.group('Programs, where the team asks for a second factor', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

  test('are refused with the reason where their person has none', async ({ client, assert }) => {
    const team = await aStrictTeam(client)
    const member = await aMember(team.teamId, 'developer')
    const { token } = await aToken({ teamId: team.teamId, user: member }, ['write'])
    for (const path of ['/api/me', '/api/workflows']) {
      const response = await client.get(path).headers(bearer(token))
      assert.include(assertProblem(assert, response, 403).detail, 'two-step verification')
    }
    const mcp = await client
      .post('/mcp')
      .headers({ ...bearer(token), accept: 'application/json, text/event-stream' })
      .json({ jsonrpc: '2.0', id: 1, method: 'tools/list' })
    mcp.assertStatus(403)
    await addApp(member)
    forgetTokensOfUser(member.id)
    const now = await client.get('/api/me').headers(bearer(token))
    now.assertStatus(200)
  })

  test('are refused with signed tokens too', async ({ client, assert }) => {
    const team = await aTeam()
    const member = await aMember(team.teamId, 'developer')
    const answer = await client.post('/api/auth/token').json({
      grant_type: 'password',
      username: member.email,
      password,
      scope: 'read',
      team: team.teamId,
    })
    answer.assertStatus(200)
    await withTeam(team.teamId, (trx) =>
      trx.from('teams').where('id', team.teamId).update({ second_factor_required: true })
    )
    const response = await client.get('/api/me').headers(bearer(answer.body().access_token))
    assert.include(assertProblem(assert, response, 403).detail, 'two-step verification')
  })

  test('lose a stream that is open', async ({ client, assert }) => {
    const team = await aTeam()
    await addApp(team.user)
    const member = await aMember(team.teamId, 'developer')
    const { token } = await aToken({ teamId: team.teamId, user: member }, ['read'])
    const { id } = await aWorkflow(team.teamId)
    const base = `http://${env.get('HOST')}:${env.get('PORT')}`
    const response = await fetch(`${base}/api/workflows/${id}/events/stream`, {
      headers: bearer(token),
      signal: AbortSignal.timeout(20_000),
    })
    assert.equal(response.status, 200)
    await demand(client, team.user, true)
    await response.text()
  }).timeout(25_000)

  test('go on as robots, which stand for the team', async ({ client }) => {
    const team = await aStrictTeam(client)
    const robot = await new CreateServiceToken().execute({
      actor: anActor(team),
      name: 'Nightly CI',
      scopes: ['read'],
      expiresInDays: null,
    })
    if (!robot.ok) throw new Error(robot.error)
    const response = await client.get('/api/workflows').headers(bearer(robot.value.token))
    response.assertStatus(200)
  })
})
