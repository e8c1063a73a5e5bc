import { randomUUID } from 'node:crypto'
import ace from '@adonisjs/core/services/ace'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import User from '#accounts/models/user'
import SetOperator from '#ops/actions/set_operator'
import { FeatureFlags } from '#ops/services/feature_flags'
import { Flags } from '#shared/contracts/flags'
import { enqueue, type Job } from '#shared/jobs/job'
import { JobRunner } from '#shared/jobs/runner'
import { aToken } from '#tests/support/api'
import { auditActions } from '#tests/support/members'
import { aTeam } from '#tests/support/team'

async function anOperator() {
  const team = await aTeam('Olga Operator')
  await new SetOperator().execute({ email: team.user.email, operator: true })
  return { ...team, user: await User.findOrFail(team.user.id) }
}

const confirmed = { confirmed_at: Date.now() }

async function acts(): Promise<{ action: string; subject_name: string | null }[]> {
  const { rows } = await db.rawQuery('select * from list_installation_audit(200)')
  return rows
}

test.group('The administration', () => {
  test('does not exist for anybody but operators: {$self}')
    .with(['/admin', '/admin/teams', '/admin/queue', '/admin/stripe', '/admin/flags', '/admin/audit'])
    .run(async ({ client }, path) => {
      ;(await client.get(path).loginAs((await aTeam()).user)).assertStatus(404)
      ;(await client.get(path).loginAs((await anOperator()).user)).assertStatus(200)
      const stranger = await client.get(path).redirects(0)
      stranger.assertStatus(302)
    })

  test('finds users and teams', async ({ client, assert }) => {
    const operator = await anOperator()
    const { user, teamId } = await aTeam('Margaret Hamilton')
    const users = await client
      .get(`/admin?q=${user.email.slice(0, 30)}`)
      .loginAs(operator.user)
      .withInertia()
    assert.lengthOf(users.inertiaProps.users, 1)
    assert.containsSubset(users.inertiaProps.users[0], {
      id: user.id,
      teams: [{ id: teamId, name: "Margaret's team", role: 'owner' }],
    })
    const teams = await client.get(`/admin/teams?q=${teamId}`).loginAs(operator.user).withInertia()
    assert.containsSubset(teams.inertiaProps.list, [{ id: teamId, members: 1, owners: user.email }])
    const none = await client.get('/admin?q=%25').loginAs(operator.user).withInertia()
    assert.isEmpty(none.inertiaProps.users)
  })

  test('is given and taken by command', async ({ assert }) => {
    const { user } = await aTeam()
    const run = (name: string, email: string) => ace.exec(name, [email])
    await ace.boot()
    assert.equal((await run('operator:add', user.email.toUpperCase())).exitCode, 0)
    assert.isTrue((await User.findOrFail(user.id)).isOperator)
    assert.equal((await run('operator:remove', user.email)).exitCode, 0)
    assert.isFalse((await User.findOrFail(user.id)).isOperator)
    assert.equal((await run('operator:add', 'nobody@example.test')).exitCode, 1)
  })
})

test.group('Suspending somebody', () => {
  test('signs them out and refuses their tokens, until they are reinstated', async ({ client, assert }) => {
    const operator = await anOperator()
    const team = await aTeam()
    const { token } = await aToken(team)
    const api = () => client.get('/api/projects').header('authorization', `Bearer ${token}`)
    ;(await api()).assertStatus(200)
    const path = `/admin/users/${team.user.id}/suspension`
    const suspend = await client
      .post(path)
      .loginAs(operator.user)
      .withSession(confirmed)
      .withCsrfToken()
      .redirects(0)
    suspend.assertStatus(302)
    ;(await api()).assertStatus(401)
    const page = await client.get('/dashboard').loginAs(team.user).redirects(0)
    assert.equal(page.header('location'), '/login')
    await client.delete(path).loginAs(operator.user).withSession(confirmed).withCsrfToken().redirects(0)
    ;(await api()).assertStatus(200)
    ;(await client.get('/dashboard').loginAs(team.user)).assertStatus(200)
    const entries = (await acts()).filter((entry) => entry.subject_name === team.user.email)
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['operator.user_reinstated', 'operator.user_suspended']
    )
  })

  test('is asked to be confirmed, and not possible for oneself or nobody', async ({ client, assert }) => {
    const { user } = await anOperator()
    const post = (id: string) =>
      client.post(`/admin/users/${id}/suspension`).loginAs(user).withCsrfToken().redirects(0)
    ;(await post(user.id)).assertStatus(428)
    ;(await post(user.id).withSession(confirmed)).assertStatus(302)
    assert.isNull((await User.findOrFail(user.id)).suspendedAt)
    ;(await post(randomUUID()).withSession(confirmed)).assertStatus(404)
  })
})

test.group("Acting in somebody's place", () => {
  const acting = (userId: string, until = Date.now() + 60_000) => ({
    ...confirmed,
    acting_as: { userId, until },
  })

  test('shows what they see, says so on every page, and tells their team', async ({ client, assert }) => {
    const operator = await anOperator()
    const team = await aTeam()
    const begin = await client
      .post(`/admin/users/${team.user.id}/impersonation`)
      .loginAs(operator.user)
      .withSession(confirmed)
      .withCsrfToken()
      .redirects(0)
      .form({ reason: 'Support request 4711' })
    begin.assertStatus(302)
    assert.equal(begin.session().acting_as.userId, team.user.id)
    assert.deepEqual(await auditActions(team.teamId), ['impersonation.started'])
    const page = await client
      .get('/projects')
      .loginAs(operator.user)
      .withSession(acting(team.user.id))
      .withInertia()
    assert.containsSubset(page.inertiaProps, { actsAs: 'Ada Lovelace', team: { id: team.teamId } })
  })

  test('writes down both names', async ({ client, assert }) => {
    const operator = await anOperator()
    const team = await aTeam()
    await client
      .patch('/settings/team')
      .loginAs(operator.user)
      .withSession(acting(team.user.id))
      .withCsrfToken()
      .redirects(0)
      .form({ name: 'Renamed' })
    const { rows } = await db.transaction(async (trx) => {
      await trx.rawQuery(`select set_config('app.current_team_id', ?, true)`, [team.teamId])
      return trx.rawQuery('select actor_name, user_id, action from audit_entries')
    })
    assert.deepEqual(rows, [
      { actor_name: 'Olga Operator as Ada Lovelace', user_id: operator.user.id, action: 'team.renamed' },
    ])
  })

  test('reaches neither tokens nor what has to be confirmed nor the administration', async ({
    client,
    assert,
  }) => {
    const operator = await anOperator()
    const team = await aTeam()
    const session = acting(team.user.id)
    const refused = [
      client.post('/settings/service-tokens').json({ name: 'x', scopes: ['read'], expires: '30' }),
      client.post('/settings/tokens').json({ name: 'x', scopes: ['read'], expires: '30' }),
      client.delete('/settings/team').json({ confirmation: "Ada's team" }),
    ]
    for (const request of refused) {
      const response = await request.loginAs(operator.user).withSession(session).withCsrfToken().redirects(0)
      assert.equal(response.status(), 403)
    }
    ;(await client.get('/admin').loginAs(operator.user).withSession(session)).assertStatus(404)
    const { rows } = await db.rawQuery('select count(*)::int as n from api_tokens')
    assert.equal(rows[0].n, 0)
    const profile = await client.get('/settings/profile').loginAs(operator.user).withSession(session)
    assert.notInclude(profile.text(), team.user.email)
  })

  test('ends by itself, by command, and with the rights of the operator: {$self}')
    .with(['time', 'stop', 'no operator'])
    .run(async ({ client, assert }, why) => {
      const operator = await anOperator()
      const team = await aTeam()
      const session = acting(team.user.id, why === 'time' ? Date.now() - 1 : undefined)
      if (why === 'no operator')
        await new SetOperator().execute({ email: operator.user.email, operator: false })
      if (why === 'stop') {
        const stop = await client
          .delete('/impersonation')
          .loginAs(operator.user)
          .withSession(session)
          .withCsrfToken()
          .redirects(0)
        assert.notProperty(stop.session(), 'acting_as')
        assert.equal((await acts())[0]!.action, 'operator.impersonation_ended')
        return
      }
      const page = await client.get('/projects').loginAs(operator.user).withSession(session).withInertia()
      assert.containsSubset(page.inertiaProps, { actsAs: null, team: { id: operator.teamId } })
    })

  test('is not possible for other operators, nor without a reason, nor by a session alone', async ({
    client,
    assert,
  }) => {
    const [operator, other, team] = [await anOperator(), await anOperator(), await aTeam()]
    const begin = (id: string, reason: string) =>
      client
        .post(`/admin/users/${id}/impersonation`)
        .loginAs(operator.user)
        .withSession(confirmed)
        .withCsrfToken()
        .redirects(0)
        .header('accept', 'application/json')
        .json({ reason })
    assert.notProperty((await begin(other.user.id, 'curious')).session(), 'acting_as')
    ;(await begin(team.user.id, '')).assertStatus(422)
    ;(await begin(randomUUID(), 'nobody')).assertStatus(404)
    const page = await client
      .get('/projects')
      .loginAs((await aTeam()).user)
      .withSession(acting(team.user.id))
      .withInertia()
    assert.notEqual(page.inertiaProps.team.id, team.teamId)
  })
})

test.group('The queue', () => {
  test('shows dead jobs, and runs them again', async ({ client, assert }) => {
    const { user } = await anOperator()
    let broken = true
    let runs = 0
    const name = `test.${randomUUID().slice(0, 8)}`
    const job: Job<Record<string, never>> = {
      name,
      maxAttempts: 1,
      run: async () => {
        runs += 1
        if (broken) throw new Error('the other side is down')
      },
    }
    const runner = new JobRunner([job])
    const id = await db.transaction((trx) => enqueue(trx, job, { teamId: null, payload: {} }))
    await runner.run(id!)
    const page = await client.get('/admin/queue').loginAs(user).withInertia()
    const shown = page.inertiaProps.dead.find((dead: { id: string }) => dead.id === id)
    assert.containsSubset(shown, { name, attempts: 1, lastError: 'the other side is down' })
    assert.containsSubset(page.inertiaProps.counts, [{ name, status: 'dead', jobs: 1 }])
    const replay = () =>
      client
        .post('/admin/queue/replays')
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
        .json({ id })
    ;(await replay()).assertStatus(302)
    broken = false
    await runner.run(id!)
    assert.equal(runs, 2)
    const again = await replay()
    assert.equal(again.flashMessage('error'), 'No such job is dead any more.')
  })
})

test.group('A feature flag', () => {
  test('is on for the teams and the share of teams it was given', async ({ client, assert }) => {
    const { user, teamId } = await anOperator()
    const name = `flag_${randomUUID().replaceAll('-', '').slice(0, 12)}`
    const set = (body: object) =>
      client
        .post('/admin/flags')
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
        .header('accept', 'application/json')
        .json({ name, ...body })
    const on = (team: string) => new FeatureFlags().isOn(name, team)
    assert.isFalse(await on(teamId), 'unknown')
    await set({ percentage: 0, teamIds: [teamId] })
    assert.isTrue(await on(teamId), 'by id')
    assert.isFalse(await on(randomUUID()))
    const teams = Array.from({ length: 400 }, () => randomUUID())
    const flags = new FeatureFlags()
    await set({ percentage: 25 })
    const quarter = await Promise.all(teams.map((team) => flags.isOn(name, team)))
    const share = quarter.filter(Boolean).length / teams.length
    assert.isTrue(share > 0.15 && share < 0.35, `${share}`)
    await set({ percentage: 50 })
    const more = new FeatureFlags()
    for (const [index, team] of teams.entries())
      if (quarter[index]) assert.isTrue(await more.isOn(name, team))
    ;(await set({ percentage: 101 })).assertStatus(422)
    ;(await set({ percentage: 1, name: 'Not a name' })).assertStatus(422)
    await client
      .delete(`/admin/flags/${name}`)
      .loginAs(user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
    assert.isFalse(await on(teamId), 'removed')
  })

  test('is what the container gives to whoever asks', async ({ assert }) => {
    assert.instanceOf(await app.container.make(Flags), FeatureFlags)
  })
})
