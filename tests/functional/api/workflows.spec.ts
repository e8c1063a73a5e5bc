import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { anApiUser, assertProblem, aWorkflow, finish, leaveBehind, projectRows } from '#tests/support/api'

const task = 'remove unused imports'

test.group('POST /api/workflows', () => {
  test('queues a workflow and says where it is', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const [projectId] = await projectRows(teamId, ['one'])
    const response = await client.post('/api/workflows').bearerToken(token).json({ projectId, task })
    response.assertStatus(201)
    assert.containSubset(response.body(), { number: 1, status: 'queued', projectId, task })
    assert.equal(response.header('location'), `/api/workflows/${response.body().id}`)

    const shown = await client.get(response.header('location')!).bearerToken(token)
    assert.deepEqual(
      shown.body().steps.map((step: { name: string; status: string }) => `${step.name} ${step.status}`),
      ['analyze queued', 'plan pending', 'generate pending', 'test pending', 'publish pending']
    )
    assert.equal(shown.body().lastSeq, 1)
  })

  test('is refused with bad input', async ({ client, assert }) => {
    const { token } = await anApiUser()
    const send = (body: object) => client.post('/api/workflows').bearerToken(token).json(body)
    const fields = async (body: object) =>
      assertProblem(assert, await send(body), 422).errors.map((error: { field: string }) => error.field)
    assert.sameMembers(await fields({}), ['projectId', 'task'])
    assert.deepEqual(await fields({ projectId: 'x', task }), ['projectId'])
    assert.deepEqual(await fields({ projectId: crypto.randomUUID(), task: 'ab' }), ['task'])
    assert.deepEqual(await fields({ projectId: crypto.randomUUID(), task: 'x'.repeat(10_001) }), ['task'])
  })

  test("is not possible in another team's project", async ({ client, assert }) => {
    const { teamId } = await anApiUser()
    const [projectId] = await projectRows(teamId, ['one'])
    const { token } = await anApiUser()
    assertProblem(
      assert,
      await client.post('/api/workflows').bearerToken(token).json({ projectId, task }),
      404
    )
    assertProblem(
      assert,
      await client.post('/api/workflows').bearerToken(token).json({ projectId: crypto.randomUUID(), task }),
      404
    )
  })
})

test.group('GET /api/workflows', () => {
  test('filters by project, status and outcome', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const first = await aWorkflow(teamId)
    const second = await aWorkflow(teamId)
    await finish(teamId, second.id)
    const ids = async (query: object) => {
      const response = await client.get('/api/workflows').qs(query).bearerToken(token)
      response.assertStatus(200)
      assert.equal(response.body().meta.total, response.body().data.length)
      return response.body().data.map((workflow: { id: string }) => workflow.id)
    }
    assert.deepEqual(await ids({}), [second.id, first.id])
    assert.deepEqual(await ids({ project: first.projectId }), [first.id])
    assert.deepEqual(await ids({ status: 'finished' }), [second.id])
    assert.deepEqual(await ids({ outcome: 'unverified' }), [second.id])
    assert.deepEqual(await ids({ outcome: 'verified' }), [])
  })

  test('keeps to its bounds', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    await aWorkflow(teamId)
    const beyond = await client.get('/api/workflows').qs({ page: 3, perPage: 10 }).bearerToken(token)
    assert.deepEqual(beyond.body(), { data: [], meta: { page: 3, perPage: 10, total: 1, lastPage: 1 } })
    for (const query of ['perPage=101', 'status=done', 'project=7', 'outcome=']) {
      assertProblem(assert, await client.get(`/api/workflows?${query}`).bearerToken(token), 422)
    }
  })

  test("shows nothing of another team's", async ({ client, assert }) => {
    const other = await anApiUser()
    await aWorkflow(other.teamId)
    const { token } = await anApiUser(['read'])
    assert.equal((await client.get('/api/workflows').bearerToken(token)).body().meta.total, 0)
  })
})

test.group('What a workflow left behind', () => {
  test('is the patch, as a diff and as a mail', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const { id } = await aWorkflow(teamId)
    await leaveBehind(teamId, id, 'patch', 'diff --git a/x b/x\n')
    await leaveBehind(teamId, id, 'mail', 'From 0000\nSubject: [PATCH] x\n')
    const diff = await client.get(`/api/workflows/${id}/patch`).bearerToken(token)
    diff.assertStatus(200)
    assert.match(diff.header('content-type')!, /^text\/x-diff/)
    assert.equal(diff.text(), 'diff --git a/x b/x\n')
    const mail = await client.get(`/api/workflows/${id}/patch`).qs({ format: 'mail' }).bearerToken(token)
    assert.match(mail.text(), /^From 0000/)
    assertProblem(assert, await client.get(`/api/workflows/${id}/patch?format=zip`).bearerToken(token), 422)
  })

  test('is the plan and the verdict', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const { id } = await aWorkflow(teamId)
    for (const kind of ['plan', 'verdict'] as const) {
      const path = `/api/workflows/${id}/${kind}`
      assertProblem(assert, await client.get(path).bearerToken(token), 404)
      await leaveBehind(teamId, id, kind, `{"is":"${kind}"}`)
      assert.deepEqual((await client.get(path).bearerToken(token)).body(), { is: kind })
    }
  })

  test("is not for another team's eyes", async ({ client, assert }) => {
    const { teamId } = await anApiUser()
    const { id } = await aWorkflow(teamId)
    await leaveBehind(teamId, id, 'patch', 'secret')
    const { token } = await anApiUser()
    for (const path of ['', '/patch', '/plan', '/verdict', '/events', '/events/stream']) {
      assertProblem(assert, await client.get(`/api/workflows/${id}${path}`).bearerToken(token), 404)
    }
  })
})

test.group('Changing a workflow by the API', () => {
  test('cancels it: asked for once, refused after its end', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aWorkflow(teamId)
    const response = await client.post(`/api/workflows/${id}/cancellation`).bearerToken(token)
    response.assertStatus(202)
    assert.deepEqual(response.body(), { id, cancellation: 'requested' })
    const shown = await client.get(`/api/workflows/${id}`).bearerToken(token)
    assert.containSubset(shown.body(), { status: 'finished', outcome: 'cancelled' })
    assertProblem(assert, await client.post(`/api/workflows/${id}/cancellation`).bearerToken(token), 409)
  })

  test('approves a plan that waits, and no other', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aWorkflow(teamId)
    const approve = () => client.post(`/api/workflows/${id}/approval`).bearerToken(token)
    assertProblem(assert, await approve(), 409)
    await withTeam(teamId, async (trx) => {
      await trx
        .from('workflow_steps')
        .where({ workflow_id: id, name: 'analyze' })
        .update({ status: 'succeeded' })
      await trx.from('workflow_steps').where({ workflow_id: id, name: 'plan' }).update({ status: 'waiting' })
      await trx.from('workflows').where('id', id).update({ status: 'waiting' })
    })
    ;(await approve()).assertStatus(200)
    const shown = await client.get(`/api/workflows/${id}`).bearerToken(token)
    assert.equal(shown.body().steps[2].status, 'queued')
  })

  test('runs it again from a step once it has finished', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aWorkflow(teamId)
    const rerun = (body: object) => client.post(`/api/workflows/${id}/reruns`).bearerToken(token).json(body)
    assertProblem(assert, await rerun({ from: 'analyze' }), 409)
    await finish(teamId, id)
    assertProblem(assert, await rerun({ from: 'nowhere' }), 422)
    const response = await rerun({ from: 'analyze' })
    response.assertStatus(201)
    assert.containSubset(response.body(), { number: 2, parentId: id })
    assert.equal(response.header('location'), `/api/workflows/${response.body().id}`)
  })

  test('needs the write scope, and a workflow of this team', async ({ client, assert }) => {
    const owner = await anApiUser(['read'])
    const { id } = await aWorkflow(owner.teamId)
    const other = await anApiUser()
    for (const noun of ['cancellation', 'approval', 'reruns']) {
      const send = (workflow: string, token: string) =>
        client.post(`/api/workflows/${workflow}/${noun}`).bearerToken(token).json({ from: 'analyze' })
      assertProblem(assert, await send(id, owner.token), 403)
      assertProblem(assert, await send(id, other.token), 404)
      assertProblem(assert, await send(crypto.randomUUID(), other.token), 404)
    }
  })
})
