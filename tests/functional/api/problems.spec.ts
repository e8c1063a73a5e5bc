import { test } from '@japa/runner'
import { anApiUser, assertProblem } from '#tests/support/api'

test.group('Problems of the API', () => {
  test('tell of a URL that is not there', async ({ client, assert }) => {
    const problem = assertProblem(assert, await client.get('/api/nothing/here'), 404)
    assert.include(problem.detail, '/api/openapi.json')
    assert.isNotEmpty(problem.requestId)
  })

  test('tell of a method that a URL does not know', async ({ client, assert }) => {
    const response = await client.put('/api/projects')
    assertProblem(assert, response, 405)
    assert.equal(response.header('allow'), 'GET, HEAD, POST')
  })

  test('tell of JSON that is none', async ({ client, assert }) => {
    const { token } = await anApiUser()
    const request = client
      .post('/api/workflows')
      .bearerToken(token)
      .header('content-type', 'application/json')
    request.request.serialize((text: string) => text)
    request.request.send('{"task": ')
    const problem = assertProblem(assert, await request, 400)
    assert.equal(problem.detail, 'The body is not valid JSON.')
  })

  test('tell of a body that is too large', async ({ client, assert }) => {
    const { token } = await anApiUser()
    const body = { projectId: crypto.randomUUID(), task: 'x'.repeat(1_100_000) }
    assertProblem(assert, await client.post('/api/workflows').bearerToken(token).json(body), 413)
  })
})
