import { defaultPolicy } from '@agentops/engine/contract'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { currentDataPolicy, currentPolicy } from '#llm/queries/current_policy'
import { placeIn } from '#tests/support/llm'
import { aMember, aTeam } from '#tests/support/team'

const policies = '/settings/models/policies'
const dataPolicy = '/settings/models/data-policy'
const input = (order: string[]) => ({ ...defaultPolicy, order, maxEscalations: 2 })

test.group('Routing policies', () => {
  test('each change is a version, and each can be brought back', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const save = (order: string[]) =>
      client.post(policies).loginAs(user).withCsrfToken().accept('json').json(input(order)).redirects(0)
    await save(['gpt-6-luna'])
    await save(['anthropic:claude-opus-5-5', 'gpt-6-sol'])
    assert.containSubset(await currentPolicy(teamId, null), {
      version: 2,
      of: 'team',
      policy: { order: ['anthropic:claude-opus-5-5', 'gpt-6-sol'], maxEscalations: 2 },
    })
    await client.put(policies).loginAs(user).withCsrfToken().accept('json').json({ version: 1 }).redirects(0)
    assert.containSubset(await currentPolicy(teamId, null), { version: 3, policy: { order: ['gpt-6-luna'] } })
    const audit = await withTeam(teamId, (trx) =>
      trx.from('audit_entries').where('action', 'routing_policy.changed')
    )
    assert.lengthOf(audit, 3)
  })

  test('a project’s own counts before the team’s', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const { projectId } = await placeIn(teamId)
    await client
      .post(policies)
      .loginAs(user)
      .withCsrfToken()
      .accept('json')
      .json(input(['team-model']))
      .redirects(0)
    await client
      .post(policies)
      .loginAs(user)
      .withCsrfToken()
      .accept('json')
      .json({ ...input(['own-model']), projectId })
      .redirects(0)
    assert.containSubset(await currentPolicy(teamId, projectId), {
      of: 'project',
      policy: { order: ['own-model'] },
    })
    assert.containSubset(await currentPolicy(teamId, null), { of: 'team', policy: { order: ['team-model'] } })
  })

  test('changes at once get versions of their own', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const save = (name: string) =>
      client
        .post(policies)
        .loginAs(user)
        .withCsrfToken()
        .accept('json')
        .json(input([name]))
        .redirects(0)
    await Promise.all(['a', 'b', 'c', 'd'].map(save))
    assert.equal((await currentPolicy(teamId, null)).version, 4)
  })

  test('{label}')
    .with([
      { label: 'a name that is none', body: { ...input(['no name!']) }, status: 422 },
      { label: 'too many steps up', body: { ...input([]), maxEscalations: 12 }, status: 422 },
      {
        label: 'a project that is not there',
        body: { ...input([]), projectId: crypto.randomUUID() },
        status: 404,
      },
    ])
    .run(async ({ client }, { body, status }) => {
      const { user } = await aTeam()
      const response = await client.post(policies).loginAs(user).withCsrfToken().accept('json').json(body)
      response.assertStatus(status)
    })

  test('another team’s project and an unknown version are not found', async ({ client }) => {
    const { user } = await aTeam()
    const other = await aTeam()
    const { projectId } = await placeIn(other.teamId)
    const foreign = await client
      .post(policies)
      .loginAs(user)
      .withCsrfToken()
      .accept('json')
      .json({ ...input([]), projectId })
    foreign.assertStatus(404)
    const unknown = await client
      .put(policies)
      .loginAs(user)
      .withCsrfToken()
      .accept('json')
      .json({ version: 7 })
    unknown.assertStatus(404)
  })

  test('a developer may not', async ({ client }) => {
    const { teamId } = await aTeam()
    const developer = await aMember(teamId, 'developer')
    const response = await client
      .post(policies)
      .loginAs(developer)
      .withSession({ team_id: teamId })
      .withCsrfToken()
      .accept('json')
      .json(input([]))
    response.assertStatus(403)
  })
})

test.group('Data policy', () => {
  test('says where code may be sent to', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const policy = { providers: ['mistral'], regions: null, localOnly: false }
    await client
      .put(dataPolicy)
      .loginAs(user)
      .withSession({ confirmed_at: Date.now() })
      .withCsrfToken()
      .accept('json')
      .json(policy)
      .redirects(0)
    assert.deepEqual(await currentDataPolicy(teamId), policy as never)
    const other = await aTeam()
    assert.deepEqual(await currentDataPolicy(other.teamId), {
      providers: null,
      regions: null,
      localOnly: false,
    })
  })

  test('nothing ticked and unknown names are refused, and a developer’s word', async ({ client }) => {
    const { user, teamId } = await aTeam()
    const developer = await aMember(teamId, 'developer')
    for (const providers of [[], ['nobody']]) {
      const response = await client
        .put(dataPolicy)
        .loginAs(user)
        .withSession({ confirmed_at: Date.now() })
        .withCsrfToken()
        .accept('json')
        .json({ providers, regions: null, localOnly: false })
      response.assertStatus(422)
    }
    const policy = { providers: null, regions: null, localOnly: true }
    const refused = await client
      .put(dataPolicy)
      .loginAs(developer)
      .withSession({ team_id: teamId })
      .withCsrfToken()
      .accept('json')
      .json(policy)
    refused.assertStatus(403)
  })
})

test.group('The page of budgets', () => {
  test('sets, shows and removes limits', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const { projectId } = await placeIn(teamId)
    const set = (body: object) =>
      client.post('/settings/budgets').loginAs(user).withCsrfToken().accept('json').json(body).redirects(0)
    await set({ scope: 'team', limitMicros: 50_000_000 })
    await set({ scope: 'workflow', limitMicros: 2_000_000 })
    await set({ scope: 'project', projectId, limitMicros: 10_000_000 })
    const page = await client.get('/settings/budgets').loginAs(user).withInertia()
    page.assertInertiaComponent('settings/budgets')
    assert.containSubset(page.inertiaProps, {
      budgets: { team: { limitMicros: 50_000_000, spentMicros: 0 }, workflowLimitMicros: 2_000_000 },
      projects: [{ id: projectId, limitMicros: 10_000_000, workflowLimitMicros: null }],
    })
    await set({ scope: 'team', limitMicros: null })
    const after = await client.get('/settings/budgets').loginAs(user).withInertia()
    assert.containSubset(after.inertiaProps, { budgets: { team: { limitMicros: null } } })
  })

  test('{label}: {status}')
    .with([
      { label: 'a negative limit', body: { scope: 'team', limitMicros: -1 }, status: 422 },
      { label: 'a project without one', body: { scope: 'project', limitMicros: 1 }, status: 422 },
      {
        label: 'no such project',
        body: { scope: 'project', projectId: crypto.randomUUID(), limitMicros: 1 },
        status: 404,
      },
    ])
    .run(async ({ client }, { body, status }) => {
      const { user } = await aTeam()
      const response = await client
        .post('/settings/budgets')
        .loginAs(user)
        .withCsrfToken()
        .accept('json')
        .json(body)
      response.assertStatus(status)
    })

  test('another team’s project is not found, and a viewer may not', async ({ client }) => {
    const { user, teamId } = await aTeam()
    const other = await aTeam()
    const { projectId } = await placeIn(other.teamId)
    const body = { scope: 'project', projectId, limitMicros: 1 }
    const foreign = await client
      .post('/settings/budgets')
      .loginAs(user)
      .withCsrfToken()
      .accept('json')
      .json(body)
    foreign.assertStatus(404)
    const viewer = await aMember(teamId, 'viewer')
    const refused = await client
      .post('/settings/budgets')
      .loginAs(viewer)
      .withSession({ team_id: teamId })
      .withCsrfToken()
      .accept('json')
      .json({ scope: 'team', limitMicros: 1 })
    refused.assertStatus(403)
  })
})
