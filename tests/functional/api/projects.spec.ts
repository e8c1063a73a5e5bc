import { test } from '@japa/runner'
import { anApiUser, assertProblem, aWorkflow, finish, projectRows } from '#tests/support/api'

const names = (count: number) => Array.from({ length: count }, (_, index) => `project-${index + 1}`)

test.group('GET /api/projects', () => {
  test('lists a page, newest first, with the total', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    for (const name of names(5)) await projectRows(teamId, [name])
    const response = await client.get('/api/projects').qs({ page: 2, perPage: 2 }).bearerToken(token)
    response.assertStatus(200)
    assert.deepEqual(response.body().meta, { page: 2, perPage: 2, total: 5, lastPage: 3 })
    assert.deepEqual(
      response.body().data.map((project: { name: string }) => project.name),
      ['project-3', 'project-2']
    )
    assert.notProperty(response.body().data[0], 'total')
  })

  test('counts workflows and says when the last one was started', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const workflow = await aWorkflow(teamId)
    const [project] = (await client.get('/api/projects').bearerToken(token)).body().data
    assert.equal(project.workflows, 1)
    assert.equal(Date.parse(project.lastWorkflowAt), workflow.createdAt.getTime())
  })

  test('is empty beyond the last page, and for a team without projects', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const none = await client.get('/api/projects').bearerToken(token)
    assert.deepEqual(none.body(), { data: [], meta: { page: 1, perPage: 20, total: 0, lastPage: 1 } })
    await projectRows(teamId, names(3))
    const beyond = await client.get('/api/projects').qs({ page: 9 }).bearerToken(token)
    assert.deepEqual(beyond.body(), { data: [], meta: { page: 9, perPage: 20, total: 3, lastPage: 1 } })
  })

  test('gives at most 100 rows', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    await projectRows(teamId, names(101))
    const response = await client.get('/api/projects').qs({ perPage: 100 }).bearerToken(token)
    assert.lengthOf(response.body().data, 100)
    assert.equal(response.body().meta.total, 101)
  })

  test('refuses {$self}')
    .with(['page=0', 'page=-1', 'page=1.5', 'page=x', 'page=10001', 'perPage=101', 'perPage=0'])
    .run(async ({ client, assert }, query) => {
      const { token } = await anApiUser(['read'])
      const problem = assertProblem(
        assert,
        await client.get(`/api/projects?${query}`).bearerToken(token),
        422
      )
      assert.include(['page', 'perPage'], problem.errors[0].field)
      assert.isNotEmpty(problem.errors[0].message)
    })

  test("shows nothing of another team's", async ({ client, assert }) => {
    const { teamId } = await anApiUser()
    await projectRows(teamId, names(2))
    const other = await anApiUser(['read'])
    assert.deepEqual((await client.get('/api/projects').bearerToken(other.token)).body().data, [])
  })
})

test.group('One project by the API', () => {
  test('is shown without its credential', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const [id] = await projectRows(teamId, ['one'])
    const response = await client.get(`/api/projects/${id}`).bearerToken(token)
    response.assertStatus(200)
    assert.containSubset(response.body(), {
      id,
      name: 'one',
      hasCredential: false,
      requiresPlanApproval: false,
    })
    assert.notProperty(response.body(), 'credentialEncrypted')
  })

  test('is made from the sample repository, with its address', async ({ client, assert }) => {
    const { token } = await anApiUser()
    const response = await client
      .post('/api/projects')
      .bearerToken(token)
      .json({ source: 'sample', name: 'kit' })
    response.assertStatus(201)
    assert.containSubset(response.body(), { name: 'kit', remoteKind: 'sample' })
    assert.equal(response.header('location'), `/api/projects/${response.body().id}`)
    ;(await client.get(response.header('location')!).bearerToken(token)).assertStatus(200)
  })

  test('is not made from bad input', async ({ client, assert }) => {
    const { token } = await anApiUser()
    const missing = await client.post('/api/projects').bearerToken(token).json({ source: 'git' })
    assert.equal(assertProblem(assert, missing, 422).errors[0].field, 'url')
    const hostile = await client
      .post('/api/projects')
      .bearerToken(token)
      .json({ source: 'git', url: 'ext::sh -c id' })
    assert.equal(assertProblem(assert, hostile, 422).errors[0].field, 'url')
  })

  test('is not made or removed without the scope', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser(['read'])
    const [id] = await projectRows(teamId, ['one'])
    assertProblem(
      assert,
      await client.post('/api/projects').bearerToken(token).json({ source: 'sample' }),
      403
    )
    assertProblem(assert, await client.delete(`/api/projects/${id}`).bearerToken(token), 403)
    ;(await client.get(`/api/projects/${id}`).bearerToken(token)).assertStatus(200)
  })

  test('is removed, and gone then', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const [id] = await projectRows(teamId, ['one'])
    const response = await client.delete(`/api/projects/${id}`).bearerToken(token)
    response.assertStatus(204)
    assertProblem(assert, await client.get(`/api/projects/${id}`).bearerToken(token), 404)
    assertProblem(assert, await client.delete(`/api/projects/${id}`).bearerToken(token), 404)
  })

  test('is not removed while a workflow of it runs', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const workflow = await aWorkflow(teamId)
    assertProblem(assert, await client.delete(`/api/projects/${workflow.projectId}`).bearerToken(token), 409)
    await finish(teamId, workflow.id)
    ;(await client.delete(`/api/projects/${workflow.projectId}`).bearerToken(token)).assertStatus(204)
  })

  test('of another team is as absent as one that never was', async ({ client, assert }) => {
    const { teamId } = await anApiUser()
    const [foreign] = await projectRows(teamId, ['one'])
    const { token } = await anApiUser()
    for (const id of [foreign, crypto.randomUUID()]) {
      const shown = assertProblem(assert, await client.get(`/api/projects/${id}`).bearerToken(token), 404)
      assert.equal(shown.detail, 'There is no such project in this team.')
      assertProblem(assert, await client.delete(`/api/projects/${id}`).bearerToken(token), 404)
    }
    assertProblem(assert, await client.get('/api/projects/7').bearerToken(token), 404)
  })
})
