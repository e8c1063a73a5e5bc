import type { ChildProcess } from 'node:child_process'
import { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { sealedKeys } from '#llm/services/engine_access'
import { startEngine, stopProcess } from '#tests/support/running_system'
import { aMember, aTeam } from '#tests/support/team'

const secret = 'sk-team-canary-1234'
const page = '/settings/models'
const usage = { prompt_tokens: 20, completion_tokens: 2, total_tokens: 22 }
const confirmed = () => ({ confirmed_at: Date.now() })

test.group('Provider keys of a team', (group) => {
  let engine: ChildProcess
  let mock: LLMock

  group.setup(async () => {
    mock = new LLMock({ port: 0, host: '127.0.0.1' })
    await mock.start()
    engine = await startEngine({ ENGINE_PRIVATE_ADDRESSES: 'true' })
    return async () => {
      await stopProcess(engine)
      await mock.stop()
    }
  })
  group.each.setup(() => {
    mock.clearFixtures()
    mock.clearRequests()
    mock.on({ endpoint: 'chat' }, { content: 'ready', usage })
  })

  const key = () => ({
    provider: 'openai-compatible',
    apiKey: secret,
    baseUrl: `${mock.url}/v1`,
    models: ['their-model', 'their-better-model'],
    region: 'eu',
    inputPrice: 1_000_000,
    outputPrice: 2_000_000,
  })

  const rowsOf = (teamId: string) => withTeam(teamId, (trx) => trx.from('provider_keys').select('*'))

  test('a key is called once, kept encrypted, and shown by its last four', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const saved = await client
      .post(`${page}/keys`)
      .loginAs(user)
      .withSession(confirmed())
      .withCsrfToken()
      .accept('json')
      .withInertia()
      .json(key())
      .redirects(0)
    saved.assertStatus(302)
    assert.lengthOf(mock.getRequests(), 1)
    assert.equal(
      mock.getRequests()[0]!.body &&
        'model' in mock.getRequests()[0]!.body! &&
        mock.getRequests()[0]!.body!.model,
      'their-model'
    )
    const [row] = await rowsOf(teamId)
    assert.notInclude(JSON.stringify(row), 'canary')
    const shown = await client.get(page).loginAs(user).withInertia()
    shown.assertStatus(200)
    shown.assertInertiaComponent('settings/models')
    assert.notInclude(shown.text(), 'canary')
    assert.containSubset(shown.inertiaProps, {
      keys: [{ provider: 'openai-compatible', lastFour: '1234', models: key().models, region: 'eu' }],
      models: [
        { ref: 'openai-compatible:their-model', payer: 'team', region: 'eu' },
        { ref: 'openai-compatible:their-better-model', payer: 'team' },
      ],
    })
    const ledger = await withTeam(teamId, (trx) => trx.from('usage_records').select('*'))
    assert.containSubset(ledger, [{ purpose: 'check', payer: 'team', model: 'their-model' }])
    assert.equal(Number(ledger[0].cost_micros), 24)
    const audit = await withTeam(teamId, (trx) =>
      trx.from('audit_entries').where('action', 'provider_key.saved')
    )
    assert.lengthOf(audit, 1)
    assert.notInclude(JSON.stringify(audit), 'canary')
  })

  test('a key that does not work is not kept, and the field says why', async ({ client, assert }) => {
    mock.clearFixtures()
    mock.on({ endpoint: 'chat' }, { error: { message: `wrong key ${secret}` }, status: 401 })
    const { user, teamId } = await aTeam()
    const refused = await client
      .post(`${page}/keys`)
      .loginAs(user)
      .withSession(confirmed())
      .withCsrfToken()
      .accept('json')
      .json(key())
    refused.assertStatus(422)
    assert.match(refused.text(), /refused your team's key/)
    assert.notInclude(refused.text(), 'canary')
    assert.isEmpty(await rowsOf(teamId))
  })

  test('{label} is refused before anything is called')
    .with([
      { label: 'a server without an address', change: { baseUrl: null }, field: 'baseUrl' },
      { label: 'a vendor at another address', change: { provider: 'anthropic' }, field: 'baseUrl' },
      {
        label: 'a vendor without a key',
        change: { provider: 'mistral', baseUrl: null, apiKey: null },
        field: 'apiKey',
      },
      { label: 'no model', change: { models: [] }, field: 'models' },
      { label: 'an address of another kind', change: { baseUrl: 'file:///etc/passwd' }, field: 'baseUrl' },
      { label: 'an unknown provider', change: { provider: 'nobody' }, field: 'provider' },
    ])
    .run(async ({ client, assert }, { change, field }) => {
      const { user } = await aTeam()
      const response = await client
        .post(`${page}/keys`)
        .loginAs(user)
        .withSession(confirmed())
        .withCsrfToken()
        .accept('json')
        .json({ ...key(), ...change })
      response.assertStatus(422)
      assert.include(response.text(), `"${field}"`)
      assert.isEmpty(mock.getRequests())
    })

  test('a key is removed at once; another team’s is not found', async ({ client, assert }) => {
    const owner = await aTeam()
    const save = () =>
      client
        .post(`${page}/keys`)
        .loginAs(owner.user)
        .withSession(confirmed())
        .withCsrfToken()
        .accept('json')
        .json(key())
        .redirects(0)
    await save()
    const [row] = await rowsOf(owner.teamId)
    const stranger = await aTeam()
    const foreign = await client
      .delete(`${page}/keys/${row.id}`)
      .loginAs(stranger.user)
      .withSession({ confirmed_at: Date.now() })
      .withCsrfToken()
      .accept('json')
      .json({})
    foreign.assertStatus(404)
    assert.lengthOf(await rowsOf(owner.teamId), 1)
    await client
      .delete(`${page}/keys/${row.id}`)
      .loginAs(owner.user)
      .withSession({ confirmed_at: Date.now() })
      .withCsrfToken()
      .accept('json')
      .redirects(0)
    assert.isEmpty(await rowsOf(owner.teamId))
    assert.isNull(await sealedKeys(owner.teamId))
  })

  test('a developer sees which keys there are, and changes none', async ({ client, assert }) => {
    const { teamId } = await aTeam()
    const developer = await aMember(teamId, 'developer')
    const shown = await client.get(page).loginAs(developer).withSession({ team_id: teamId }).withInertia()
    shown.assertStatus(200)
    assert.deepInclude(shown.inertiaProps, { can: { manage: false } })
    const refused = await client
      .post(`${page}/keys`)
      .loginAs(developer)
      .withSession({ ...confirmed(), team_id: teamId })
      .withCsrfToken()
      .accept('json')
      .json(key())
    refused.assertStatus(403)
    assert.isEmpty(mock.getRequests())
  })

  test('who has not confirmed that it is them saves nothing', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const response = await client
      .post(`${page}/keys`)
      .loginAs(user)
      .withCsrfToken()
      .accept('json')
      .json(key())
    response.assertStatus(428)
    assert.isEmpty(await rowsOf(teamId))
  })

  test('an engine that has started anew is sent the keys in its new key', async ({ client, assert }) => {
    const { user } = await aTeam()
    await client
      .post(`${page}/keys`)
      .loginAs(user)
      .withSession(confirmed())
      .withCsrfToken()
      .accept('json')
      .json(key())
      .redirects(0)
    await stopProcess(engine)
    engine = await startEngine({ ENGINE_PRIVATE_ADDRESSES: 'true' })
    const shown = await client.get(page).loginAs(user).withInertia()
    assert.containSubset(shown.inertiaProps, { models: [{ ref: 'openai-compatible:their-model' }] })
  })
})
