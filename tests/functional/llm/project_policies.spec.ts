import { defaultPolicy } from '@agentops/engine/contract'
import { test } from '@japa/runner'
import { currentDataPolicy, currentPolicy } from '#llm/queries/current_policy'
import { routingFor } from '#llm/services/engine_access'
import { aToken } from '#tests/support/api'
import { placeIn } from '#tests/support/llm'
import { aMember, aTeam } from '#tests/support/team'

const policy = (order: string[]) => ({ ...defaultPolicy, order })
const open = { providers: null, regions: null, localOnly: false }

async function aProject() {
  const team = await aTeam()
  const { projectId } = await placeIn(team.teamId)
  const { token } = await aToken(team, ['admin'])
  const { token: reading } = await aToken(team, ['read'])
  return { ...team, projectId, token, reading }
}

test.group('Policies of a project', () => {
  test('its own order holds until it follows the team again, and can be brought back', async ({
    client,
    assert,
  }) => {
    const { teamId, projectId, token, reading } = await aProject()
    const put = (body: object) => client.put('/api/models/policy').bearerToken(token).json(body)
    await put(policy(['team-model']))
    const own = await put({ ...policy(['own-model']), cacheAnswers: true, projectId })
    assert.containSubset(own.body(), { of: 'project', version: 1, policy: { cacheAnswers: true } })

    const follows = await client.delete('/api/models/policy').bearerToken(token).qs({ projectId })
    follows.assertStatus(200)
    assert.containSubset(follows.body(), { of: 'team', policy: { order: ['team-model'] } })
    assert.containSubset(await routingFor(teamId, projectId), { policy: { order: ['team-model'] } })

    const back = await client
      .post('/api/models/policy/versions')
      .bearerToken(token)
      .json({ projectId, version: 1 })
    assert.containSubset(back.body(), { of: 'project', version: 3, policy: { order: ['own-model'] } })
    const versions = await client.get('/api/models/policy/versions').bearerToken(reading).qs({ projectId })
    assert.containSubset(versions.body().data, [
      { version: 3, restoredFrom: 1 },
      { version: 2, policy: null },
      { version: 1, policy: { order: ['own-model'] } },
    ])
    assert.containSubset(await currentPolicy(teamId, null), { of: 'team', version: 1 })
  })

  test('its data policy only narrows the team’s, and is versioned like it', async ({ client, assert }) => {
    const { teamId, projectId, token } = await aProject()
    const put = (body: object) => client.put('/api/models/data-policy').bearerToken(token).json(body)
    await put({ ...open, providers: ['openai', 'mistral'] })
    const narrowed = await put({ ...open, providers: ['mistral', 'anthropic'], regions: ['eu'], projectId })
    narrowed.assertStatus(200)
    assert.deepEqual(narrowed.body().policy, { providers: ['mistral'], regions: ['eu'], localOnly: false })
    assert.deepEqual((await currentDataPolicy(teamId)).providers, ['openai', 'mistral'])
    assert.deepEqual((await routingFor(teamId, projectId)).data.providers, ['mistral'])

    // What the team shuts out later is shut out here, too, even if that leaves nothing.
    await put({ ...open, providers: ['openai'] })
    assert.deepEqual((await currentDataPolicy(teamId, projectId)).providers, [])
    await put({ ...open, localOnly: true })
    assert.isTrue((await currentDataPolicy(teamId, projectId)).localOnly)

    const away = await client.delete('/api/models/data-policy').bearerToken(token).qs({ projectId })
    assert.containSubset(away.body(), { own: null, policy: { localOnly: true } })
    const back = await client.post('/api/models/data-policy/versions').bearerToken(token).json({ version: 1 })
    assert.deepEqual(back.body().policy.providers, ['openai', 'mistral'])
    const versions = await client.get('/api/models/data-policy/versions').bearerToken(token)
    assert.containSubset(versions.body().data, [{ version: 4, restoredFrom: 1 }])
    const shown = await client.get('/api/models/data-policy').bearerToken(token).qs({ projectId })
    assert.containSubset(shown.body(), { own: null })
  })

  test('{method} {path}: bad input 422, another team’s project 404, without the right 403')
    .with([
      { method: 'put', path: 'policy', body: policy([]), bad: { order: 'x' } },
      { method: 'delete', path: 'policy', body: {}, bad: { projectId: 'x' } },
      { method: 'post', path: 'policy/versions', body: { version: 1 }, bad: { version: 0 } },
      { method: 'put', path: 'data-policy', body: open, bad: { ...open, providers: [] } },
      { method: 'delete', path: 'data-policy', body: {}, bad: { projectId: 'x' } },
      { method: 'post', path: 'data-policy/versions', body: { version: 1 }, bad: { version: 0 } },
    ] as const)
    .run(async ({ client }, { method, path, body, bad }) => {
      const { projectId, token, reading } = await aProject()
      const other = await aProject()
      const send = (bearer: string, input: object) =>
        client[method](`/api/models/${path}`).bearerToken(bearer).json(input)
      ;(await send(token, bad)).assertStatus(422)
      ;(await send(token, { ...body, projectId: other.projectId })).assertStatus(404)
      ;(await send(token, { ...body, projectId: crypto.randomUUID() })).assertStatus(404)
      ;(await send(reading, { ...body, projectId })).assertStatus(403)
    })

  test('the page shows what holds, and another team’s is not found', async ({ client, assert }) => {
    const { user, teamId, projectId, token } = await aProject()
    const limit = { scope: 'workflow', projectId, limitMicros: 2_000_000 }
    await client.put('/api/budgets').bearerToken(token).json(limit)
    const page = await client.get(`/projects/${projectId}/models`).loginAs(user).withInertia()
    page.assertStatus(200)
    page.assertInertiaComponent('models/project')
    assert.containSubset(page.inertiaProps, {
      project: { id: projectId },
      budget: { workflowLimitMicros: 2_000_000, limitMicros: null, spentMicros: 0 },
      policy: { of: 'installation' },
      data: { own: null },
      can: { manage: true },
    })
    const viewer = await aMember(teamId, 'viewer')
    const seen = await client
      .get(`/projects/${projectId}/models`)
      .loginAs(viewer)
      .withSession({ team_id: teamId })
      .withInertia()
    assert.containSubset(seen.inertiaProps, { can: { manage: false } })
    const stranger = await aTeam()
    const foreign = await client.get(`/projects/${projectId}/models`).loginAs(stranger.user)
    foreign.assertStatus(404)
  })

  test('on the page it follows its team again with one click', async ({ client, assert }) => {
    const { user, teamId, projectId, token } = await aProject()
    await client
      .put('/api/models/policy')
      .bearerToken(token)
      .json({ ...policy(['own']), projectId })
    await client
      .put('/api/models/data-policy')
      .bearerToken(token)
      .json({ ...open, localOnly: true, projectId })
    const click = (method: 'delete' | 'post', path: string, body: object) =>
      client[method](`/settings/models/${path}`)
        .loginAs(user)
        .withSession({ confirmed_at: Date.now() })
        .withCsrfToken()
        .accept('json')
        .json(body)
        .redirects(0)
    await click('delete', 'policies', { projectId })
    await click('delete', 'data-policy', { projectId })
    assert.equal((await currentPolicy(teamId, projectId)).of, 'installation')
    assert.isFalse((await currentDataPolicy(teamId, projectId)).localOnly)
    await click('post', 'data-policy/versions', { projectId, version: 1 })
    assert.isTrue((await currentDataPolicy(teamId, projectId)).localOnly)
  })
})
