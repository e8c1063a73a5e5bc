import { defaultPolicy } from '@agentops/engine/contract'
import type { ApiClient } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { recordUsage } from '#llm/actions/record_usage'
import { anApiUser, aToken } from '#tests/support/api'
import { aUsage, placeIn } from '#tests/support/llm'
import { aMember, aTeam } from '#tests/support/team'

/** Whether an answer is what the description of the API says of it. */
async function described(client: ApiClient, assert: Assert, schema: string, body: unknown) {
  const document = (await client.get('/api/openapi.json')).body()
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv as never)
  ajv.addSchema(document, 'api')
  const check = ajv.compile({ $ref: `api#/components/schemas/${schema}` })
  assert.isTrue(check(body), JSON.stringify(check.errors))
}

test.group('API of models', () => {
  test('the ledger, the comparison and the receipt say the same', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const place = await placeIn(teamId)
    await recordUsage({ ...place, attempt: 1 }, aUsage({ costMicros: 70_000 }))
    await recordUsage(
      { ...place, attempt: 1 },
      aUsage({ costMicros: 0, cacheHit: true, savedMicros: 70_000 })
    )
    const ledger = await client.get('/api/usage').bearerToken(token)
    ledger.assertStatus(200)
    await described(client, assert, 'ModelCall', ledger.body().data[0])
    assert.equal(ledger.body().meta.total, 2)
    assert.containSubset(ledger.body().data, [
      { workflowId: place.workflowId, attempt: 1, costMicros: 70_000 },
    ])
    const models = await client.get('/api/models').bearerToken(token)
    await described(client, assert, 'ModelStat', models.body().data[0])
    assert.containSubset(models.body().data, [
      { model: 'gpt-6-sol', kind: 'edit', calls: 2, cacheHits: 1, savedMicros: 70_000, costMicros: 70_000 },
    ])
    const receipt = await client.get(`/api/workflows/${place.workflowId}/receipt`).bearerToken(token)
    await described(client, assert, 'WorkflowReceipt', receipt.body())
    assert.containSubset(receipt.body(), {
      costMicros: 70_000,
      calls: 2,
      savedMicros: 70_000,
      limitMicros: null,
    })
  })

  test('budgets and the policy are read by all and changed with the scope admin', async ({
    client,
    assert,
  }) => {
    const team = await aTeam()
    const { token: reading } = await aToken(team, ['read'])
    const { token: admin } = await aToken(team, ['admin'])
    const limit = { scope: 'team', limitMicros: 1_000_000 }
    const refused = await client.put('/api/budgets').bearerToken(reading).json(limit)
    refused.assertStatus(403)
    const set = await client.put('/api/budgets').bearerToken(admin).json(limit)
    set.assertStatus(200)
    await described(client, assert, 'Budgets', set.body())
    assert.equal(set.body().team.limitMicros, 1_000_000)
    const policy = await client.put('/api/models/policy').bearerToken(admin).json(defaultPolicy)
    policy.assertStatus(200)
    await described(client, assert, 'RoutingPolicy', policy.body())
    const shown = await client.get('/api/models/policy').bearerToken(reading)
    assert.containSubset(shown.body(), { version: 1, of: 'team' })
    const keys = await client.get('/api/models/keys').bearerToken(reading)
    assert.deepEqual(keys.body(), { data: [] })
  })

  test('bad input is a problem, and another team’s receipt is not found', async ({ client }) => {
    const { token } = await anApiUser(['admin'])
    const other = await anApiUser()
    const place = await placeIn(other.teamId)
    const bad = await client.put('/api/budgets').bearerToken(token).json({ scope: 'galaxy', limitMicros: 1 })
    bad.assertStatus(422)
    const days = await client.get('/api/models').qs({ days: 0 }).bearerToken(token)
    days.assertStatus(422)
    const foreign = await client.get(`/api/workflows/${place.workflowId}/receipt`).bearerToken(token)
    foreign.assertStatus(404)
  })

  test('who sees invoices only sees no models', async ({ client }) => {
    const { teamId } = await aTeam()
    const user = await aMember(teamId, 'billing')
    const { token } = await aToken({ teamId, user }, ['read'])
    const response = await client.get('/api/usage').bearerToken(token)
    response.assertStatus(403)
  })
})
