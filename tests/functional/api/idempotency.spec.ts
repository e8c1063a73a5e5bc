import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { anApiUser, assertProblem, aWorkflow, finish, projectRows } from '#tests/support/api'

const task = 'remove unused imports'
const countWorkflows = (teamId: string) =>
  withTeam(teamId, async (trx) => (await trx.from('workflows').count('* as total'))[0].total)

test.group('Idempotency-Key', () => {
  test('makes one workflow of ten requests at once', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const [projectId] = await projectRows(teamId, ['one'])
    const send = () =>
      client
        .post('/api/workflows')
        .bearerToken(token)
        .header('Idempotency-Key', 'deploy-41')
        .json({ projectId, task })
    const responses = await Promise.all(Array.from({ length: 10 }, send))
    const statuses = responses.map((response) => response.status()).sort()
    assert.deepEqual(statuses, [...Array(9).fill(200), 201])
    assert.lengthOf(new Set(responses.map((response) => response.body().id)), 1)
    assert.equal(await countWorkflows(teamId), 1)
    const project = await client.get(`/api/projects`).bearerToken(token)
    assert.equal(project.body().data[0].workflows, 1)
  })

  test('with another body is refused', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const [one, two] = await projectRows(teamId, ['one', 'two'])
    const send = (body: object) =>
      client.post('/api/workflows').bearerToken(token).header('Idempotency-Key', 'k').json(body)
    ;(await send({ projectId: one, task })).assertStatus(201)
    assertProblem(assert, await send({ projectId: one, task: 'add a health endpoint' }), 409)
    assertProblem(assert, await send({ projectId: two, task }), 409)
    ;(await send({ projectId: one, task })).assertStatus(200)
    assert.equal(await countWorkflows(teamId), 1)
  })

  test('of one team says nothing in another', async ({ client, assert }) => {
    const made = await Promise.all(
      [1, 2].map(async () => {
        const { teamId, token } = await anApiUser()
        const [projectId] = await projectRows(teamId, ['one'])
        return client
          .post('/api/workflows')
          .bearerToken(token)
          .header('Idempotency-Key', 'same')
          .json({ projectId, task })
      })
    )
    assert.deepEqual(
      made.map((response) => response.status()),
      [201, 201]
    )
    assert.notEqual(made[0]!.body().id, made[1]!.body().id)
  })

  test('is bounded: {$self} is refused')
    .with(['x'.repeat(129), 'with space', 'tab\there'])
    .run(async ({ client, assert }, key) => {
      const { token } = await anApiUser()
      const body = { projectId: crypto.randomUUID(), task }
      const response = await client
        .post('/api/workflows')
        .bearerToken(token)
        .header('Idempotency-Key', key)
        .json(body)
      assert.equal(assertProblem(assert, response, 422).errors[0].field, 'headers.idempotency-key')
    })

  test('makes one rerun of ten requests at once, and none of a different step', async ({
    client,
    assert,
  }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aWorkflow(teamId)
    await withTeam(teamId, (trx) =>
      trx
        .from('workflow_steps')
        .where('workflow_id', id)
        .whereIn('name', ['analyze', 'plan'])
        .update({ status: 'succeeded' })
    )
    await finish(teamId, id)
    const send = (from: string) =>
      client
        .post(`/api/workflows/${id}/reruns`)
        .bearerToken(token)
        .header('Idempotency-Key', 'again')
        .json({ from })
    const responses = await Promise.all(Array.from({ length: 10 }, () => send('plan')))
    assert.deepEqual(responses.map((response) => response.status()).sort(), [...Array(9).fill(200), 201])
    assert.lengthOf(new Set(responses.map((response) => response.body().id)), 1)
    assertProblem(assert, await send('analyze'), 409)
    assert.equal(await countWorkflows(teamId), 2)
  })
})
