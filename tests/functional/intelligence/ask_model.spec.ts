import { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import MapRepository from '#intelligence/actions/map_repository'
import SetBudget from '#llm/actions/set_budget'
import { system } from '#shared/audit/record'
import { anApiUser, assertProblem, aToken } from '#tests/support/api'
import { startEngine, stopProcess } from '#tests/support/running_system'
import { aMember, aSampleProject, type Team } from '#tests/support/team'

const never = new AbortController().signal
const sentence = (text: string, path: string, line: number) =>
  JSON.stringify({ text, cites: [{ path, line }] })
const answer = [
  sentence('Two ranges overlap where each begins before the other ends.', 'src/range.ts', 44),
  sentence('This one cannot be checked.', 'src/range.ts', 4_000),
  sentence('Nor this one.', '/etc/passwd', 1),
].join('\n')
const q = 'When do two ranges overlap?'

async function aMapOfSample(team: Team) {
  const project = await aSampleProject(team)
  const { id } = await withTeam(team.teamId, (trx) =>
    trx.from('code_maps').where('project_id', project.id).select('id').firstOrFail()
  )
  await new MapRepository().execute({ teamId: team.teamId, mapId: id, lastTry: true, signal: never })
  return project
}

test.group('Asking a model about the map', (group) => {
  let mock: LLMock
  group.setup(async () => {
    mock = new LLMock({ port: 0, host: '127.0.0.1' })
    const usage = { prompt_tokens: 2000, completion_tokens: 80, total_tokens: 2080 }
    mock.on({ endpoint: 'chat' }, { content: answer, usage })
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

  test('sentences come as lines; those that cannot be checked are left out; the cost is in the ledger', async ({
    assert,
    client,
  }) => {
    const team = await anApiUser(['write'])
    const project = await aMapOfSample(team)
    const response = await client
      .post(`/intelligence/${project.id}/ask`)
      .json({ q })
      .header('accept', 'application/x-ndjson')
      .loginAs(team.user)
      .withCsrfToken()
    response.assertStatus(200)
    const lines = response.text().trim().split('\n')
    const events = lines.map((line) => JSON.parse(line) as { type: string; text?: string; dropped?: number })
    assert.deepEqual(
      events.map(({ type }) => type),
      ['sentence', 'answered']
    )
    assert.equal(events[0]!.text, 'Two ranges overlap where each begins before the other ends.')
    assert.equal(events[1]!.dropped, 2)
    const ledger = await withTeam(team.teamId, (trx) =>
      trx.from('usage_records').select('purpose', 'input_tokens')
    )
    assert.deepEqual(ledger, [{ purpose: 'explain', input_tokens: 2000 }])
    const { messages } = mock.getRequests().at(-1)!.body as { messages: { content: string }[] }
    const shown = messages.at(-1)!.content
    assert.include(shown, 'file src/range.ts')
    assert.include(shown, 'export function overlaps')
    assert.include(shown, `Question: ${q}`)
  })

  test('the API gives all of it at once', async ({ assert, client }) => {
    const team = await anApiUser(['write'])
    const project = await aMapOfSample(team)
    const path = `/api/projects/${project.id}/map/ask`
    const response = await client.post(path).json({ q }).bearerToken(team.token)
    response.assertStatus(200)
    assert.containsSubset(response.body(), { model: 'gpt-6-luna', dropped: 2, failure: null })
    assert.lengthOf(response.body().sentences, 1)
    assertProblem(assert, await client.post(path).json({}).bearerToken(team.token), 422)
    const { token } = await aToken(team, ['read'])
    assertProblem(assert, await client.post(path).json({ q }).bearerToken(token), 403)
    const other = await anApiUser(['write'])
    assertProblem(assert, await client.post(path).json({ q }).bearerToken(other.token), 404)
    const viewer = await aMember(team.teamId, 'viewer')
    const refused = await client
      .post(`/intelligence/${project.id}/ask?team=${team.teamId}`)
      .json({ q })
      .loginAs(viewer)
      .withCsrfToken()
    refused.assertStatus(403)
  })

  test('a spent budget is said, and no model is asked', async ({ assert, client }) => {
    const team = await anApiUser(['write'])
    const project = await aMapOfSample(team)
    const nothing = { scope: 'project' as const, projectId: project.id, workflowId: null, limitMicros: 0 }
    await new SetBudget().execute({ teamId: team.teamId, userId: null, by: system, ...nothing })
    const before = mock.getRequests().length
    const response = await client
      .post(`/api/projects/${project.id}/map/ask`)
      .json({ q })
      .bearerToken(team.token)
    assert.isEmpty(response.body().sentences)
    assert.match(response.body().failure, /budget/)
    assert.lengthOf(mock.getRequests(), before)
  })
})

test.group('Asking without a model', (group) => {
  group.setup(async () => {
    const engine = await startEngine()
    return () => stopProcess(engine)
  })

  test('says what to add', async ({ assert, client }) => {
    const team = await anApiUser(['write'])
    const project = await aMapOfSample(team)
    const response = await client
      .post(`/api/projects/${project.id}/map/ask`)
      .json({ q })
      .bearerToken(team.token)
    assert.match(response.body().failure, /Add a key/)
  })
})
