import { test } from '@japa/runner'
import type { Role } from '#accounts/enums/role'
import { teamsOfUser } from '#accounts/queries/teams_of_user'
import { withTeam } from '#accounts/services/tenancy'
import { purgeDeletedTeams } from '#ops/jobs/purge_deleted_teams'
import env from '#start/env'
import { aToken, aWorkflow } from '#tests/support/api'
import { auditActions, inAnotherTeam } from '#tests/support/members'
import { aMember, aTeam } from '#tests/support/team'
import { cancelWorkflows } from '#workflows/jobs/cancel_workflows'

const origin = `http://${env.get('HOST')}:${env.get('PORT')}`
const context = { id: 'job', teamId: null as string | null, attempt: 1, signal: new AbortController().signal }

test.group('A new team', () => {
  test('belongs to whoever makes it, and is where they go next', async ({ client, assert }) => {
    const { user } = await aTeam()
    const response = await client
      .post('/teams')
      .loginAs(user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
      .form({ name: 'Blue' })
    response.assertStatus(302)
    const [, blue] = await teamsOfUser(user.id)
    assert.containsSubset(blue, { name: 'Blue', role: 'owner' })
    assert.equal(response.header('location'), `/dashboard?team=${blue!.id}`)
    assert.deepEqual(await auditActions(blue!.id), ['team.created'])
  })

  test('needs a name', async ({ client, assert }) => {
    const { user } = await aTeam()
    const response = await client
      .post('/teams')
      .loginAs(user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .header('accept', 'application/json')
      .json({ name: '  ' })
    response.assertStatus(422)
    assert.lengthOf(await teamsOfUser(user.id), 1)
  })
})

test.group('The team in the address', () => {
  test('decides which team a page shows, and stays in the address', async ({ client, assert }) => {
    const { user, first, second } = await inAnotherTeam('developer')
    for (const team of [first, second]) {
      const response = await client.get(`/projects?team=${team.teamId}`).loginAs(user).withInertia()
      response.assertStatus(200)
      assert.equal(response.inertiaProps.team.id, team.teamId)
      assert.equal(response.body().url, `/projects?team=${team.teamId}`)
    }
  })

  test('is added for whoever belongs to several, and never for others', async ({ client, assert }) => {
    const { user, first } = await inAnotherTeam('developer')
    const several = await client.get('/projects?page=1').loginAs(user).withInertia()
    assert.equal(several.body().url, `/projects?page=1&team=${first.teamId}`)
    const alone = await aTeam()
    const one = await client.get('/projects').loginAs(alone.user).withInertia()
    assert.equal(one.body().url, '/projects')
  })

  test('is inherited by what a page loads, sends and saves', async ({ client, assert }) => {
    const { user, second } = await inAnotherTeam('developer')
    const { id } = await aWorkflow(second.teamId)
    const page = `${origin}/workflows/${id}?team=${second.teamId}`
    const loaded = await client.get(`/workflows/${id}/events`).loginAs(user).header('referer', page)
    loaded.assertStatus(200)
    const sent = await client
      .post(`/workflows/${id}/cancellation`)
      .loginAs(user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
      .header('referer', page)
    assert.equal(sent.header('location'), `/workflows/${id}?team=${second.teamId}`)
    const partial = await client
      .get('/workflows')
      .loginAs(user)
      .withInertiaPartialReload('workflows/index', ['workflows'])
      .header('referer', page)
    assert.deepEqual(
      partial.inertiaProps.workflows.map((workflow: { id: string }) => workflow.id),
      [id]
    )
  })

  test('is found by a link from elsewhere to something of it', async ({ client, assert }) => {
    const { user, first, second } = await inAnotherTeam('developer')
    const { id } = await aWorkflow(second.teamId)
    const open = (path: string) =>
      client.get(path).loginAs(user).withSession({ team_id: first.teamId }).withInertia()
    const shown = await open(`/workflows/${id}`)
    shown.assertStatus(200)
    assert.equal(shown.inertiaProps.team.id, second.teamId)
    ;(await open(`/workflows/${id}?team=${first.teamId}`)).assertStatus(404)
    const stranger = await aWorkflow((await aTeam()).teamId)
    ;(await open(`/workflows/${stranger.id}`)).assertStatus(404)
  })

  test('of another site means nothing', async ({ client, assert }) => {
    const { user, first, second } = await inAnotherTeam('developer')
    const response = await client
      .get('/projects')
      .loginAs(user)
      .header('referer', `https://evil.example/?team=${second.teamId}`)
      .withInertia()
    assert.equal(response.inertiaProps.team.id, first.teamId)
  })

  test('is not found where it is none of the person', async ({ client, assert }) => {
    const { user } = await aTeam()
    const other = await aTeam()
    for (const id of [other.teamId, crypto.randomUUID(), 'x', `' or 1=1`]) {
      const response = await client.get(`/projects?team=${encodeURIComponent(id)}`).loginAs(user)
      assert.equal(response.status(), 404, id)
    }
  })

  test('is no input: a body or header naming a team changes nothing', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const other = await aTeam()
    const response = await client
      .patch('/settings/team')
      .loginAs(user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .header('x-team-id', other.teamId)
      .json({ name: 'Mine', team_id: other.teamId, teamId: other.teamId, team: other.teamId })
    response.assertStatus(200)
    assert.equal((await teamsOfUser(user.id))[0]!.name, 'Mine')
    assert.notEqual((await teamsOfUser(other.user.id))[0]!.name, 'Mine')
    assert.deepEqual(await auditActions(teamId), ['team.renamed'])
  })
})

test.group('Renaming a team', () => {
  test('is for those who manage it: {$self}')
    .with<[Role, number][]>([
      ['owner', 302],
      ['admin', 302],
      ['developer', 403],
      ['viewer', 403],
      ['billing', 403],
    ])
    .run(async ({ client }, [role, status]) => {
      const { teamId } = await aTeam()
      const user = await aMember(teamId, role)
      const response = await client
        .patch(`/settings/team?team=${teamId}`)
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
        .form({ name: 'Red' })
      response.assertStatus(status)
    })
})

test.group('A deleted team', () => {
  test('is hidden at once, with its tokens and what it runs', async ({ client, assert }) => {
    const team = await aTeam()
    const { token } = await aToken(team)
    const { id } = await aWorkflow(team.teamId)
    const bearer = { authorization: `Bearer ${token}` }
    ;(await client.get('/api/me').headers(bearer)).assertStatus(200)
    const response = await client
      .delete('/settings/team')
      .loginAs(team.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
      .form({ confirmation: "Ada's team" })
    response.assertStatus(302)
    assert.isEmpty(await teamsOfUser(team.user.id))
    ;(await client.get('/api/me').headers(bearer)).assertStatus(401)
    const next = await client.get('/dashboard').loginAs(team.user).redirects(0)
    assert.equal(next.header('location'), '/teams')
    await cancelWorkflows.run({}, { ...context, teamId: team.teamId })
    const workflow = await withTeam(team.teamId, (trx) => trx.from('workflows').where('id', id).firstOrFail())
    assert.equal(workflow.outcome, 'cancelled')
  })

  test('has to be named by whoever deletes it', async ({ client, assert }) => {
    const team = await aTeam()
    const response = await client
      .delete('/settings/team')
      .loginAs(team.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .header('accept', 'application/json')
      .json({ confirmation: 'another team' })
    response.assertStatus(422)
    assert.lengthOf(await teamsOfUser(team.user.id), 1)
  })

  test('is for an owner to delete, and for an owner to bring back', async ({ client, assert }) => {
    const team = await aTeam()
    const admin = await aMember(team.teamId, 'admin')
    const remove = (user: typeof admin) =>
      client
        .delete(`/settings/team?team=${team.teamId}`)
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
        .form({ confirmation: "Ada's team" })
    ;(await remove(admin)).assertStatus(403)
    ;(await remove(team.user)).assertStatus(302)
    const restore = (user: typeof admin) =>
      client
        .post(`/teams/${team.teamId}/restoration`)
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
    ;(await restore(admin)).assertStatus(404)
    ;(await restore((await aTeam()).user)).assertStatus(404)
    const page = await client.get('/teams').loginAs(team.user).withInertia()
    assert.containsSubset(page.inertiaProps.deleted, [{ id: team.teamId, can: { restore: true } }])
    ;(await restore(team.user)).assertStatus(302)
    assert.lengthOf(await teamsOfUser(team.user.id), 1)
    ;(await restore(team.user)).assertStatus(404)
  })

  test('is gone for good when its time is over, and no other is', async ({ assert }) => {
    const [over, waiting, kept] = [await aTeam(), await aTeam(), await aTeam()]
    await aWorkflow(over.teamId)
    await aToken(over)
    const mark = (teamId: string, interval: string) =>
      withTeam(teamId, (trx) =>
        trx.rawQuery(
          'update teams set deleted_at = now(), purge_at = now() + cast(? as interval) where id = ?',
          [interval, teamId]
        )
      )
    await mark(over.teamId, '-1 second')
    await mark(waiting.teamId, '1 hour')
    await purgeDeletedTeams.run({}, context)
    await purgeDeletedTeams.run({}, context)
    const left = (teamId: string) =>
      withTeam(teamId, async (trx) => {
        const tables = ['teams', 'projects', 'workflows', 'workflow_events', 'api_tokens', 'audit_entries']
        let rows = 0
        for (const table of tables) rows += Number((await trx.from(table).count('* as n').first()).n)
        return rows
      })
    assert.equal(await left(over.teamId), 0)
    assert.isAbove(await left(waiting.teamId), 0)
    assert.lengthOf(await teamsOfUser(kept.user.id), 1)
  })
})
