import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describeApi, isApiRoute } from '#ops/openapi/document'

const routes = () => Object.values(router.toJSON()).flat()

test.group('GET /api/openapi.json', () => {
  test('needs no token and is valid OpenAPI 3.1', async ({ client, assert }) => {
    const response = await client.get('/api/openapi.json')
    response.assertStatus(200)
    assert.match(response.body().openapi, /^3\.1\./)
    // The one public route has no request that could be wrong; a test server is on localhost.
    const rules = { 'operation-4xx-response': 'off', 'no-server-example.com': 'off' } as const
    const config = await createConfig({ extends: ['recommended-strict'], rules })
    const problems = await lintFromString({ source: response.text(), config, absoluteRef: 'openapi.json' })
    assert.deepEqual(
      problems.map(({ ruleId, message, location }) => `${ruleId} ${message} at ${location[0]?.pointer}`),
      []
    )
  })

  test('names every route under /api', async ({ client, assert }) => {
    const { paths } = (await client.get('/api/openapi.json')).body()
    const described = Object.entries<Record<string, unknown>>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
    )
    const registered = routes()
      .filter(isApiRoute)
      .flatMap(({ pattern, methods }) =>
        methods
          .filter((method) => method !== 'HEAD')
          .map((method) => `${method} ${pattern.replace(/:(\w+)/g, '{$1}')}`)
      )
    assert.isAbove(registered.length, 15)
    assert.sameMembers(described, registered)
  })

  test('cannot be made while a route is not described', ({ assert }) => {
    const undescribed = { name: 'api.secrets.index', pattern: '/api/secrets', methods: ['GET'] }
    assert.throws(
      () => describeApi([...routes(), undescribed], { url: 'http://localhost', version: '0' }),
      /api\.secrets\.index/
    )
  })

  test('says what the validators say', async ({ client, assert }) => {
    const { paths } = (await client.get('/api/openapi.json')).body()
    const perPage = paths['/api/projects'].get.parameters.find(
      (one: { name: string }) => one.name === 'perPage'
    )
    assert.deepEqual(perPage, {
      name: 'perPage',
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 100 },
    })
    const create = paths['/api/workflows'].post
    assert.sameMembers(create.requestBody.content['application/json'].schema.required, ['projectId', 'task'])
    assert.equal(create.parameters[0].name, 'Idempotency-Key')
    assert.equal(create.responses[401].$ref, '#/components/responses/Problem401')
  })
})
