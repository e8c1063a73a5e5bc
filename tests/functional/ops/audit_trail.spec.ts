import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import CreateApiToken from '#accounts/actions/create_api_token'
import type { Role } from '#accounts/enums/role'
import { withTeam } from '#accounts/services/tenancy'
import HostEventReceived from '#projects/events/host_event_received'
import { type AuditActor, recordAudit, system } from '#shared/audit/record'
import { aToken, aWorkflow, projectRows } from '#tests/support/api'
import { auditActions } from '#tests/support/members'
import { aMember, aTeam, type Team } from '#tests/support/team'

const ada = (team: Team): AuditActor => ({
  kind: 'person',
  userId: team.user.id,
  name: 'Ada',
  address: '192.0.2.7',
})
const robot: AuditActor = { kind: 'robot', userId: null, name: '=cmd|CI' }

async function aTrail() {
  const team = await aTeam()
  await withTeam(team.teamId, async (trx) => {
    const { teamId } = team
    await recordAudit(trx, {
      teamId,
      actor: ada(team),
      action: 'project.added',
      subject: { kind: 'project', id: 'p1', name: 'one, "two"' },
      details: { branch: 'main' },
    })
    await recordAudit(trx, { teamId, actor: robot, action: 'workflow.cancelled' })
    await recordAudit(trx, { teamId, actor: robot, action: 'project.removed' })
  })
  return team
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test.group('The audit trail', () => {
  test('shows who did what, newest first, and what there is to filter by', async ({ client, assert }) => {
    const team = await aTrail()
    const response = await client.get('/settings/audit').loginAs(team.user).withInertia()
    response.assertStatus(200)
    const { entries, actions, meta } = response.inertiaProps
    assert.deepEqual(
      entries.map((entry: { action: string }) => entry.action),
      ['project.removed', 'workflow.cancelled', 'project.added']
    )
    assert.containsSubset(entries[2], { actor: 'Ada', address: '192.0.2.7', details: { branch: 'main' } })
    assert.deepEqual(actions, ['project.added', 'project.removed', 'workflow.cancelled'])
    assert.equal(meta.total, 3)
  })

  test('can be filtered by {what}')
    .with([
      { what: 'actor', query: 'actor=aD', found: 1 },
      { what: 'a sign that means something to LIKE', query: 'actor=%25', found: 0 },
      { what: 'action', query: 'action=workflow.cancelled', found: 1 },
      { what: 'time, today', query: `from=${new Date().toISOString().slice(0, 10)}`, found: 3 },
      { what: 'time, long ago', query: 'to=2020-01-01', found: 0 },
      { what: 'page', query: 'page=2&perPage=2', found: 1 },
    ])
    .run(async ({ client, assert }, { query, found }) => {
      const team = await aTrail()
      const response = await client.get(`/settings/audit?${query}`).loginAs(team.user).withInertia()
      assert.lengthOf(response.inertiaProps.entries, found)
    })

  test('refuses a day that is none', async ({ client }) => {
    const team = await aTrail()
    const response = await client
      .get('/settings/audit?from=2026-02-31')
      .loginAs(team.user)
      .header('accept', 'application/json')
    response.assertStatus(422)
  })

  test('is not for: {$self}')
    .with<Role[]>(['developer', 'viewer', 'billing'])
    .run(async ({ client }, role) => {
      const { teamId } = await aTrail()
      const user = await aMember(teamId, role)
      for (const path of ['/settings/audit', '/settings/audit/export'])
        (await client.get(`${path}?team=${teamId}&format=csv`).loginAs(user)).assertStatus(403)
    })

  test('shows nothing of another team', async ({ client, assert }) => {
    const theirs = await aTrail()
    const { user } = await aTeam()
    const response = await client.get('/settings/audit').loginAs(user).withInertia()
    assert.isEmpty(response.inertiaProps.entries)
    assert.isEmpty(response.inertiaProps.actions)
    ;(await client.get(`/settings/audit?team=${theirs.teamId}`).loginAs(user)).assertStatus(404)
  })

  test('shows nothing of what belongs to no team', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    await db.transaction((trx) =>
      recordAudit(trx, { teamId: null, actor: system, action: 'project.changed' })
    )
    const response = await client.get('/settings/audit').loginAs(user).withInertia()
    assert.isEmpty(response.inertiaProps.entries)
    assert.isEmpty(await auditActions(teamId))
  })

  test('cannot be changed or shortened by the app', async ({ assert }) => {
    const { teamId } = await aTrail()
    for (const statement of [`update audit_entries set actor_name = 'nobody'`, 'delete from audit_entries'])
      await assert.rejects(() => withTeam(teamId, (trx) => trx.rawQuery(statement)), /permission denied/)
  })
})

test.group('An export of the audit trail', () => {
  test('is CSV in which nothing is a formula', async ({ client, assert }) => {
    const team = await aTrail()
    const response = await client.get('/settings/audit/export?format=csv').loginAs(team.user)
    assert.match(response.header('content-disposition')!, /^attachment; filename="audit-trail-.*\.csv"$/)
    const lines = response.text().trim().split('\r\n')
    assert.lengthOf(lines, 5)
    assert.include(lines[1], 'audit.exported')
    assert.include(lines[2], `,robot,'=cmd|CI,project.removed,`)
    assert.include(lines[4], '"one, ""two""","{""branch"":""main""}",192.0.2.7')
  })

  test('is one JSON array, complete beyond one batch', async ({ client, assert }) => {
    const team = await aTeam()
    await withTeam(team.teamId, (trx) =>
      trx.rawQuery(
        `insert into audit_entries (team_id, actor_kind, actor_name, action)
         select ?, 'system', 'n' || i, 'thing.done' from generate_series(1, 2500) i`,
        [team.teamId]
      )
    )
    const response = await client
      .get('/settings/audit/export?format=json&action=thing.done')
      .loginAs(team.user)
    const names = new Set(JSON.parse(response.text()).map((entry: { actor: string }) => entry.actor))
    assert.equal(names.size, 2500)
  })

  test('is an empty array for an empty trail', async ({ client, assert }) => {
    const { user } = await aTeam()
    const response = await client.get('/settings/audit/export?format=json&action=nothing').loginAs(user)
    assert.deepEqual(JSON.parse(response.text()), [])
  })
})

test.group('The audit trail over the API', () => {
  test('needs a token that administers', async ({ client, assert }) => {
    const team = await aTrail()
    const [admin, write] = [await aToken(team, ['admin']), await aToken(team, ['write'])]
    const page = await client.get('/api/audit?perPage=1').headers(bearer(admin.token))
    page.assertStatus(200)
    assert.equal(page.body().meta.total, 5)
    ;(await client.get('/api/audit').headers(bearer(write.token))).assertStatus(403)
    const file = await client.get('/api/audit/export?format=csv').headers(bearer(admin.token))
    assert.lengthOf(file.text().trim().split('\r\n'), 7)
  })
})

test.group('What is recorded', () => {
  test('tokens, projects and what is done with workflows', async ({ client, assert }) => {
    const team = await aTeam()
    const { id: tokenId, token } = await new CreateApiToken().execute({
      teamId: team.teamId,
      userId: team.user.id,
      name: 'ci',
      scopes: ['write'],
      expiresInDays: null,
    })
    const { id } = await aWorkflow(team.teamId)
    await client.post(`/api/workflows/${id}/cancellation`).headers(bearer(token))
    const [projectId] = await projectRows(team.teamId, ['gone'])
    await client.delete(`/api/projects/${projectId}`).headers(bearer(token))
    await client
      .delete(`/settings/tokens/${tokenId}`)
      .loginAs(team.user)
      .withCsrfToken()
      .redirects(0)
      .withSession({ confirmed_at: Date.now() })
    assert.deepEqual(await auditActions(team.teamId), [
      'token.created',
      'workflow.cancelled',
      'project.removed',
      'token.revoked',
    ])
    const rows = await withTeam(team.teamId, (trx) => trx.from('audit_entries').select('*'))
    assert.notInclude(JSON.stringify(rows), token)
  })
})

test.group('What somebody merges at the git host', () => {
  const merged = (team: Team, projectId: string, number: number) =>
    withTeam(team.teamId, (trx) =>
      HostEventReceived.dispatch(trx, {
        teamId: team.teamId,
        projectId,
        connectionId: null,
        deliveryId: randomUUID(),
        event: {
          kind: 'change_request',
          change: 'merged',
          repository: { id: '1', path: 'ada/clock' },
          author: { id: '7', login: 'bob', bot: false },
          number,
          title: 'Remove unused code',
          url: `https://git.example.test/ada/clock/pull/${number}`,
          draft: false,
          sourceBranch: 'feature/ia-task-1',
          targetBranch: 'main',
          headCommit: 'a'.repeat(40),
        },
      })
    )

  test('is in the trail when a workflow has delivered it, and only then', async ({ assert }) => {
    const team = await aTeam()
    const { id, projectId } = await aWorkflow(team.teamId)
    await withTeam(team.teamId, (trx) =>
      trx.from('workflows').where('id', id).update({ change_request_number: 12 })
    )
    await merged(team, projectId, 13)
    assert.notInclude(await auditActions(team.teamId), 'change_request.merged')
    await merged(team, projectId, 12)
    const entry = await withTeam(team.teamId, (trx) =>
      trx.from('audit_entries').where('action', 'change_request.merged').firstOrFail()
    )
    assert.containsSubset(entry, {
      actor_name: 'bob',
      user_id: null,
      subject_kind: 'workflow',
      subject_id: id,
    })
    assert.containsSubset(entry.details, { number: 12, into: 'main' })
  })
})
