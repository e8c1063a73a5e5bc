import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { anApiUser, assertProblem, aToken, aWorkflow, finish, projectRows } from '#tests/support/api'
import { listExchanges } from '#workflows/queries/list_exchanges'
import { Exchanges } from '#workflows/services/exchanges'

/** A finished workflow in which two models and a tool were asked. */
async function aRecordedWorkflow(teamId: string, asked = 'first') {
  const workflow = await aWorkflow(teamId, 'Make it faster')
  const step = await withTeam(teamId, (trx) =>
    trx
      .from('workflow_steps')
      .where({ workflow_id: workflow.id, name: 'generate' })
      .select('id')
      .firstOrFail()
  )
  const lease = { teamId, workflowId: workflow.id, stepId: step.id, step: 'generate', attempt: 1 }
  const exchanges = await Exchanges.open({ lease, secrets: ['s3cret-word'] } as never)
  const answer = JSON.stringify({ type: 'answer', text: 'holds s3cret-word', toolCalls: [], messages: [] })
  const hash = (letter: string) => letter.repeat(64)
  const told = { request: asked, replayed: false }
  await exchanges.keep({ ...told, kind: 'model', hash: hash('a'), name: 'gpt-6-luna', response: answer })
  await exchanges.keep({ ...told, kind: 'tool', hash: hash('b'), name: 'search', response: 'found' })
  await exchanges.keep({
    ...told,
    kind: 'model',
    hash: asked === 'first' ? hash('c') : hash('d'),
    name: 'gpt-6-sol',
    response: answer,
  })
  await finish(teamId, workflow.id)
  return workflow
}

test.group('Exchanges of a workflow', () => {
  test('are listed in order, shown in full, and hold no secret', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const { id } = await aRecordedWorkflow(teamId)
    const listed = await client.get(`/api/workflows/${id}/exchanges`).bearerToken(token)
    assert.deepEqual(
      listed.body().data.map(({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`),
      ['model gpt-6-luna', 'tool search', 'model gpt-6-sol']
    )
    const one = listed.body().data[0]
    const shown = await client.get(`/api/workflows/${id}/exchanges/${one.id}`).bearerToken(token)
    assert.include(shown.body().response, '[masked]')
    assert.notInclude(shown.body().response, 's3cret-word')
  })

  test('of another team are not there, nor are those of no workflow', async ({ client, assert }) => {
    const theirs = await anApiUser()
    const { id } = await aRecordedWorkflow(theirs.teamId)
    const [exchange] = (await listExchanges(theirs.teamId, id)).data
    const { token } = await anApiUser()
    for (const path of [
      `${id}/exchanges`,
      `${id}/exchanges/${exchange!.id}`,
      `${crypto.randomUUID()}/exchanges`,
    ])
      assertProblem(assert, await client.get(`/api/workflows/${path}`).bearerToken(token), 404)
  })
})

test.group('A replay by the API', () => {
  const path = (id: string) => `/api/workflows/${id}/replays`

  test('is a new workflow, once for each key', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aRecordedWorkflow(teamId)
    const send = () => client.post(path(id)).bearerToken(token).header('idempotency-key', 'k1').json({})
    const [first, again] = [await send(), await send()]
    assert.deepEqual([first.status(), again.status()], [201, 200])
    assert.equal(first.body().id, again.body().id)
    assert.equal(first.body().parentId, id)
  })

  test('is refused for bad input, a workflow that runs, and one in which nobody was asked', async ({
    client,
    assert,
  }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aRecordedWorkflow(teamId)
    const send = (to: string, body: object) => client.post(path(to)).bearerToken(token).json(body)
    assertProblem(assert, await send(id, { exchangeId: 'x' }), 422)
    assertProblem(assert, await send(id, { model: 'not a model' }), 422)
    const silent = await aWorkflow(teamId)
    assert.include(assertProblem(assert, await send(silent.id, {}), 409).detail, 'nothing to replay')
  })

  test('needs the right to run, and a workflow and exchange of this team', async ({ client, assert }) => {
    const team = await anApiUser()
    const { id } = await aRecordedWorkflow(team.teamId)
    const { token: reading } = await aToken(team, ['read'])
    assertProblem(assert, await client.post(path(id)).bearerToken(reading).json({}), 403)
    const { token } = await anApiUser()
    assertProblem(assert, await client.post(path(id)).bearerToken(token).json({}), 404)
    const foreign = { exchangeId: crypto.randomUUID() }
    assertProblem(assert, await client.post(path(id)).bearerToken(team.token).json(foreign), 404)
  })
})

test.group('A comparison', () => {
  test('says where two workflows parted', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const [a, b] = [await aRecordedWorkflow(teamId), await aRecordedWorkflow(teamId, 'second')]
    const response = await client.get('/api/workflows/compare').qs({ a: a.id, b: b.id }).bearerToken(token)
    response.assertStatus(200)
    assert.deepEqual(
      response.body().exchanges.map(({ same }: { same: boolean }) => same),
      [true, true, false]
    )
  })

  test('is refused for bad input and for what another team has', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const a = await aRecordedWorkflow(teamId)
    const theirs = await anApiUser()
    const b = await aRecordedWorkflow(theirs.teamId)
    const get = (qs: object) => client.get('/api/workflows/compare').qs(qs).bearerToken(token)
    assertProblem(assert, await get({ a: a.id }), 422)
    assertProblem(assert, await get({ a: a.id, b: b.id }), 404)
  })
})

test.group('A record file', () => {
  test('comes back as a finished workflow with the same exchanges', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aRecordedWorkflow(teamId)
    const exported = await client.get(`/api/workflows/${id}/record`).bearerToken(token)
    const { record } = exported.body()
    assert.match(record, /^[\w-]+\.[\w-]+\.[\w-]+$/)
    const other = await anApiUser()
    const [projectId] = await projectRows(other.teamId, ['two'])
    const imported = await client
      .post('/api/workflows/records')
      .bearerToken(other.token)
      .json({ projectId, record })
    imported.assertStatus(201)
    const hashes = async (team: string, workflow: string) =>
      (await listExchanges(team, workflow)).data.map(({ hash, position }) => `${position} ${hash}`)
    assert.deepEqual(await hashes(other.teamId, imported.body().id), await hashes(teamId, id))
    const shown = await client.get(`/api/workflows/${imported.body().id}`).bearerToken(other.token)
    assert.containSubset(shown.body(), { status: 'finished', outcome: 'unverified', task: 'Make it faster' })
    const replay = await client
      .post(`/api/workflows/${imported.body().id}/replays`)
      .bearerToken(other.token)
      .json({})
    replay.assertStatus(201)
  })

  test('that was changed, or signed elsewhere, is not taken', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aRecordedWorkflow(teamId)
    const { record } = (await client.get(`/api/workflows/${id}/record`).bearerToken(token)).body()
    const [projectId] = await projectRows(teamId, ['two'])
    const [head, body, signature] = record.split('.')
    const forged = Buffer.from(
      Buffer.from(body, 'base64url').toString().replace('Make it faster', 'Make it slower')
    ).toString('base64url')
    for (const wrong of [`${head}.${forged}.${signature}`, 'x', `${head}.${body}.`])
      assertProblem(
        assert,
        await client.post('/api/workflows/records').bearerToken(token).json({ projectId, record: wrong }),
        409
      )
    const absent = { projectId: crypto.randomUUID(), record }
    assertProblem(assert, await client.post('/api/workflows/records').bearerToken(token).json(absent), 404)
  })
})
