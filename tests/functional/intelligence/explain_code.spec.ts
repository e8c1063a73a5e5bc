import { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import ExplainCode from '#intelligence/actions/explain_code'
import MapRepository from '#intelligence/actions/map_repository'
import { explainFacts } from '#intelligence/queries/explain_facts'
import { keptExplanation } from '#intelligence/queries/kept_explanation'
import { openMapOf } from '#intelligence/services/map_cache'
import { aGraph, aMap } from '#tests/support/maps'
import { startEngine, stopProcess } from '#tests/support/running_system'
import { aMember, aSampleProject, aTeam, type Team } from '#tests/support/team'

const never = new AbortController().signal
const sentences = [{ text: 'It reads a range of durations.', cites: [{ path: 'src/range.ts', line: 1 }] }]

async function aMapOfSample(team: Team) {
  const project = await aSampleProject(team)
  const { id } = await withTeam(team.teamId, (trx) =>
    trx.from('code_maps').where('project_id', project.id).select('id').firstOrFail()
  )
  await new MapRepository().execute({ teamId: team.teamId, mapId: id, lastTry: true, signal: never })
  return project
}

test.group('Explaining code with a model', (group) => {
  let mock: LLMock
  group.setup(async () => {
    mock = new LLMock({ port: 0, host: '127.0.0.1' })
    const usage = { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 }
    mock.on({ endpoint: 'chat' }, { content: JSON.stringify({ sentences }), usage })
    await mock.start()
    const engine = await startEngine({
      OPENAI_API_KEY: 'sk-test',
      OPENAI_BASE_URL: `${mock.url}/v1`,
      AGENTOPS_MODELS: 'gpt-6-luna',
    })
    return async () => {
      await stopProcess(engine)
      await mock.stop()
    }
  })

  test('is asked once for the same code, entered in the ledger, and shown to all of the team', async ({
    assert,
    client,
  }) => {
    const team = await aTeam()
    const project = await aMapOfSample(team)
    const path = `/intelligence/${project.id}/explanation`
    const ask = () =>
      client.post(path).json({ id: 'src/range.ts' }).accept('json').loginAs(team.user).withCsrfToken()
    const before = mock.getRequests().length
    const first = await ask()
    first.assertStatus(200)
    assert.equal(first.body().by, 'model')
    assert.deepEqual(first.body().sentences, sentences)
    assert.deepEqual((await ask()).body(), first.body())
    assert.equal(mock.getRequests().length, before + 1)
    const ledger = await withTeam(team.teamId, (trx) =>
      trx.from('usage_records').select('purpose', 'input_tokens')
    )
    assert.deepEqual(ledger, [{ purpose: 'explain', input_tokens: 900 }])
    const shown = await client.get(`${path}?id=src/range.ts`).accept('json').loginAs(team.user)
    assert.equal(shown.body().by, 'model')
  })

  test('is not kept for other code: facts stand in its place', async ({ assert }) => {
    const team = await aTeam()
    const project = await aMapOfSample(team)
    const map = await openMapOf(team.teamId, project.id)
    const input = { teamId: team.teamId, map, id: 'src/range.ts', language: 'en' as const }
    await new ExplainCode().execute(input)
    assert.isNotNull(await keptExplanation(input))
    assert.isNull(await keptExplanation({ ...input, language: 'fr' }))
    await aMap(team.teamId, project.id, { graph: aGraph({ 'src/range.ts': { symbols: ['other'] } }) })
    const changed = await openMapOf(team.teamId, project.id)
    assert.isNull(await keptExplanation({ ...input, map: changed }))
    const facts = explainFacts(changed, 'src/range.ts', 'fr')
    assert.equal(facts.by, 'facts')
    assert.isTrue(facts.sentences.every(({ cites }) => cites.length > 0))
    assert.match(facts.sentences[0]!.text, /compte 3 lignes et 1 symbole/)
  })

  test('costs money, so viewers may not ask', async ({ client }) => {
    const team = await aTeam()
    const project = await aMapOfSample(team)
    const viewer = await aMember(team.teamId, 'viewer')
    const response = await client
      .post(`/intelligence/${project.id}/explanation?team=${team.teamId}`)
      .json({ id: 'src/range.ts' })
      .accept('json')
      .loginAs(viewer)
      .withCsrfToken()
    response.assertStatus(403)
  })
})

test.group('Explaining code without a model', (group) => {
  group.setup(async () => {
    const engine = await startEngine()
    return () => stopProcess(engine)
  })

  test('says what to add', async ({ assert, client }) => {
    const team = await aTeam()
    const project = await aMapOfSample(team)
    const response = await client
      .post(`/intelligence/${project.id}/explanation`)
      .json({ id: 'src/range.ts' })
      .accept('json')
      .loginAs(team.user)
      .withCsrfToken()
    response.assertStatus(409)
    assert.match(JSON.stringify(response.body()), /Add a key/)
  })
})
