import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import IndexMeaning from '#intelligence/actions/index_meaning'
import MapRepository from '#intelligence/actions/map_repository'
import TurnOnMeaning from '#intelligence/actions/turn_on_meaning'
import { showMeaning } from '#intelligence/queries/show_meaning'
import { hasVectors } from '#intelligence/services/vector_store'
import SetBudget from '#llm/actions/set_budget'
import { system } from '#shared/audit/record'
import { anApiUser, assertProblem, aToken } from '#tests/support/api'
import { startEmbeddings } from '#tests/support/embeddings'
import { aGraph, aMap } from '#tests/support/maps'
import { prepareDatabase } from '#tests/support/prepare_database'
import { startEngine, stopProcess } from '#tests/support/running_system'
import { aMember, aSampleProject, aTeam, type Team } from '#tests/support/team'

const never = new AbortController().signal
const question = 'chevauchement de deux intervalles'

async function aMapOfSample(team: Team) {
  const project = await aSampleProject(team)
  const { id } = await withTeam(team.teamId, (trx) =>
    trx.from('code_maps').where('project_id', project.id).select('id').firstOrFail()
  )
  await new MapRepository().execute({ teamId: team.teamId, mapId: id, lastTry: true, signal: never })
  return project
}

const turnOn = ({ teamId }: Team, projectId: string) =>
  new TurnOnMeaning().execute({ teamId, projectId, userId: null, by: system })
const makeVectors = ({ teamId }: Team, projectId: string) =>
  new IndexMeaning().execute({ teamId, projectId, lastTry: true, signal: never })

await prepareDatabase()
const { teamId: anyTeam } = await aTeam()
const vectors = await hasVectors(anyTeam)

test.group('Searching by meaning in a database without pgvector', (group) => {
  group.each.skip(vectors, 'this database has pgvector')

  test('names, words and spelling serve alone, and the answer says so', async ({ client, assert }) => {
    const team = await anApiUser(['admin'])
    const { id } = await aSampleProject(team)
    await aMap(team.teamId, id, { graph: aGraph({ 'src/a.ts': { symbols: ['createUser'] } }) })
    const api = `/api/projects/${id}/map`
    const found = await client.get(`${api}/search?q=createUser`).bearerToken(team.token)
    assert.equal(found.body().hits[0].name, 'createUser')
    assert.notInclude(found.body().engines, 'meaning')
    assert.deepEqual(found.body().meaning, { state: 'unavailable', problem: null })
    const state = await client.get(`${api}/meaning`).bearerToken(team.token)
    assert.equal(state.body().status, 'unavailable')
    assertProblem(assert, await client.post(`${api}/meaning`).bearerToken(team.token), 409)
  })
})

test.group('Searching by meaning', (group) => {
  group.each.skip(!vectors, 'the database of these tests has no pgvector')
  let provider: Awaited<ReturnType<typeof startEmbeddings>>
  group.setup(async () => {
    if (!vectors) return () => undefined
    provider = await startEmbeddings()
    const engine = await startEngine({
      OPENAI_API_KEY: 'sk-test',
      OPENAI_BASE_URL: provider.url,
      AGENTOPS_MODELS: 'gpt-6-luna',
    })
    return async () => {
      await stopProcess(engine)
      await provider.stop()
    }
  })

  test('what a question means is found where no name or word is like it', async ({ client, assert }) => {
    const team = await anApiUser(['admin'])
    const { id } = await aMapOfSample(team)
    const api = `/api/projects/${id}/map`
    const search = async () =>
      (await client.get(`${api}/search`).qs({ q: question }).bearerToken(team.token)).body()
    const before = await search()
    assert.isEmpty(before.hits.filter(({ path }: { path: string }) => path === 'src/range.ts'))
    assert.equal(before.meaning.state, 'off')

    const on = await client.post(`${api}/meaning`).bearerToken(team.token)
    on.assertStatus(202)
    assert.equal(on.body().status, 'waiting')
    assert.isAbove(on.body().estimate.tokens, 100)
    await makeVectors(team, id)

    const after = await search()
    assert.include(after.engines, 'meaning')
    assert.equal(after.hits[0].id, 'src/range.ts#overlaps')
    assert.equal(after.hits[0].by, 'meaning')
    const asked = provider.requests.length
    const silent = await client.get(`${api}/search`).qs({ q: question, meaning: 0 }).bearerToken(team.token)
    assert.equal(silent.body().meaning.state, 'ready')
    await search()
    assert.lengthOf(provider.requests, asked)

    const off = await client.delete(`${api}/meaning`).bearerToken(team.token)
    assert.equal(off.body().status, 'off')
    assert.equal((await search()).meaning.state, 'off')
    const trail = await withTeam(team.teamId, (trx) =>
      trx.from('audit_entries').whereLike('action', 'meaning_search.%').orderBy('id').select('action')
    )
    assert.sameMembers(
      trail.map(({ action }) => action),
      ['meaning_search.turned_on', 'meaning_search.turned_off']
    )
  })

  test('only what is new or changed is sent, and its cost is counted', async ({ assert }) => {
    const team = await aTeam()
    const { id } = await aMapOfSample(team)
    await turnOn(team, id)
    await makeVectors(team, id)
    const first = await showMeaning(team.teamId, id)
    assert.equal(first.status, 'ready')
    assert.equal(first.done, first.wanted)
    assert.isAbove(first.costMicros, 0)
    assert.equal(first.model, 'text-embedding-3-small')
    const ledger = await withTeam(team.teamId, (trx) =>
      trx.from('usage_records').select('purpose').sum('cost_micros as cost').groupBy('purpose')
    )
    assert.deepEqual(
      ledger.map(({ purpose, cost }) => [purpose, Number(cost)]),
      [['embed', first.costMicros]]
    )

    const sent = provider.requests.length
    await makeVectors(team, id)
    assert.lengthOf(provider.requests, sent)
    await withTeam(team.teamId, async (trx) => {
      await trx.from('code_vectors').where('entity_id', 'src/range.ts#overlaps').delete()
      await trx
        .from('code_vectors')
        .where('entity_id', 'src/range.ts')
        .update({ content_hash: Buffer.from('00', 'hex') })
    })
    await makeVectors(team, id)
    // Equal texts are taken from the engine's store; nothing else was asked for.
    assert.isAtMost(provider.requests.slice(sent).flat().length, 2)
    assert.equal((await showMeaning(team.teamId, id)).done, first.wanted)
  })

  test('a budget that is spent stops it, and says which', async ({ assert }) => {
    const team = await aTeam()
    const { id } = await aMapOfSample(team)
    const nothing = { scope: 'project' as const, projectId: id, workflowId: null, limitMicros: 0 }
    await new SetBudget().execute({ teamId: team.teamId, userId: null, by: system, ...nothing })
    await turnOn(team, id)
    const sent = provider.requests.length
    await makeVectors(team, id)
    const state = await showMeaning(team.teamId, id)
    assert.equal(state.status, 'stopped')
    assert.match(state.problem!, /budget of the project/)
    assert.lengthOf(provider.requests, sent)
  })

  test('a new map has its vectors made in turn', async ({ assert }) => {
    const team = await aTeam()
    const { id } = await aMapOfSample(team)
    await turnOn(team, id)
    await withTeam(team.teamId, (trx) =>
      trx.from('jobs').where({ team_id: team.teamId, name: 'intelligence.index_meaning' }).delete()
    )
    await aMap(team.teamId, id, { graph: aGraph({ 'src/range.ts': { symbols: ['other'] } }) })
    const waiting = await withTeam(team.teamId, (trx) =>
      trx.from('jobs').where({ team_id: team.teamId, name: 'intelligence.index_meaning' }).select('payload')
    )
    assert.deepEqual(
      waiting.map(({ payload }) => payload),
      [{ projectId: id }]
    )
  })

  test('another team finds nothing of it', async ({ assert, client }) => {
    const team = await anApiUser(['admin'])
    const { id } = await aMapOfSample(team)
    await turnOn(team, id)
    await makeVectors(team, id)
    const other = await anApiUser(['admin'])
    for (const call of [client.get, client.post, client.delete])
      assertProblem(
        assert,
        await call.call(client, `/api/projects/${id}/map/meaning`).bearerToken(other.token),
        404
      )
    const rows = await withTeam(other.teamId, (trx) => trx.from('code_vectors').count('* as n'))
    assert.equal(Number(rows[0].n), 0)
  })
})

test.group('Turning the search by meaning on', () => {
  test('is for those who manage models: it costs money', async ({ client, assert }) => {
    const team = await anApiUser(['admin'])
    const { id } = await aSampleProject(team)
    const { token } = await aToken(team, ['write'])
    assertProblem(assert, await client.post(`/api/projects/${id}/map/meaning`).bearerToken(token), 403)
    const developer = await aMember(team.teamId, 'developer')
    const refused = await client
      .post(`/intelligence/${id}/meaning?team=${team.teamId}`)
      .accept('json')
      .loginAs(developer)
      .withCsrfToken()
    refused.assertStatus(403)
    const shown = await client.get(`/intelligence/${id}/meaning?team=${team.teamId}`).loginAs(developer)
    shown.assertStatus(200)
  })
})
