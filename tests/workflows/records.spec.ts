import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import env from '#start/env'
import { anApiUser, assertProblem, aToken, aWorkflow, finish, projectRows } from '#tests/support/api'
import { listExchanges } from '#workflows/queries/list_exchanges'
import { Exchanges } from '#workflows/services/exchanges'
import { replayOf } from '#workflows/services/replay'

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
  const request = JSON.stringify([
    { role: 'system', content: 'You change repositories.' },
    { role: 'user', content: asked },
  ])
  const told = { request, replayed: false, departed: false }
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

  test('may change words of the question that it goes on from, and no others', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aRecordedWorkflow(teamId)
    const models = (await listExchanges(teamId, id)).data.filter(({ kind }) => kind === 'model')
    const exchangeId = models[1]!.id
    const shown = (await client.get(`/api/workflows/${id}/exchanges/${exchangeId}`).bearerToken(token)).body()
    assert.equal(shown.instructions, 'You change repositories.')
    assert.deepEqual(shown.parts, [{ index: 0, role: 'user', tool: null, text: 'first' }])
    const send = (body: object) => client.post(path(id)).bearerToken(token).json(body)
    const parts = [{ index: 0, text: 'in other words' }]
    const made = await send({ exchangeId, parts, model: 'gpt-6-sol' })
    made.assertStatus(201)
    const replay = await withTeam(teamId, (trx) => replayOf(trx, made.body().id))
    assert.containSubset(replay, {
      source: id,
      step: 'generate',
      departures: [{ hash: models[1]!.hash, parts, model: 'gpt-6-sol', message: null }],
    })
    const missing = await send({ exchangeId, parts: [{ index: 7, text: 'x' }] })
    assert.include(assertProblem(assert, missing, 409).detail, 'no such text')
    assert.include(assertProblem(assert, await send({ parts }), 409).detail, 'Choose the question')
    assertProblem(assert, await send({ exchangeId, parts: [...parts, ...parts] }), 422)
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

  test('that was changed, signed elsewhere or is none is not taken, and says which', async ({
    client,
    assert,
  }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aRecordedWorkflow(teamId)
    const { record } = (await client.get(`/api/workflows/${id}/record`).bearerToken(token)).body()
    const [projectId] = await projectRows(teamId, ['two'])
    const [head, body, signature] = record.split('.')
    const other = (part: string, from: string, to: string) =>
      Buffer.from(Buffer.from(part, 'base64url').toString().replace(from, to)).toString('base64url')
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString())
    const tries: [string, string][] = [
      [`${head}.${other(body, 'Make it faster', 'Make it slower')}.${signature}`, 'was changed after'],
      [`${head}.${body}.`, 'was changed after'],
      [`${other(head, kid, 'another')}.${body}.${signature}`, 'Another installation'],
      ['x', 'not a record'],
    ]
    for (const [wrong, why] of tries) {
      const response = await client
        .post('/api/workflows/records')
        .bearerToken(token)
        .json({ projectId, record: wrong })
      assert.include(assertProblem(assert, response, 409).detail, why)
    }
    const absent = { projectId: crypto.randomUUID(), record }
    assertProblem(assert, await client.post('/api/workflows/records').bearerToken(token).json(absent), 404)
  })

  test('larger than a form travels as the file that it is', async ({ assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aRecordedWorkflow(teamId, 'long '.repeat(300_000))
    const server = `http://${env.get('HOST')}:${env.get('PORT')}`
    const authorization = `Bearer ${token}`
    const exported = await fetch(`${server}/api/workflows/${id}/record`, {
      headers: { authorization, accept: 'application/jose' },
    })
    const body = await exported.text()
    assert.isAbove(body.length, 2_000_000)
    const [projectId] = await projectRows(teamId, ['two'])
    const imported = await fetch(`${server}/api/workflows/records?projectId=${projectId}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/jose' },
      body,
    })
    assert.equal(imported.status, 201)
  })

  test('is taken from the page of a project, and refused with a sentence', async ({ client, assert }) => {
    const { teamId, token, user } = await anApiUser()
    const { id } = await aRecordedWorkflow(teamId)
    const { record } = (await client.get(`/api/workflows/${id}/record`).bearerToken(token)).body()
    const [projectId] = await projectRows(teamId, ['two'])
    const send = (text: string) =>
      client
        .post(`/projects/${projectId}/records`)
        .withCsrfToken()
        .loginAs(user)
        .redirects(0)
        .file('record', Buffer.from(text), { filename: 'workflow-1.jws' })
    const taken = await send(record)
    taken.assertStatus(302)
    assert.match(taken.header('location')!, /\/workflows\/[0-9a-f-]{36}$/)
    const refused = await send(`${record}x`)
    assert.include(JSON.stringify(refused.flashMessages()), 'was changed after')
  })
})
