import { test } from '@japa/runner'
import { anApiUser, assertProblem, aToken } from '#tests/support/api'
import { aGraph, aMap, rulesOf } from '#tests/support/maps'
import { aMember, aSampleProject, aTeam } from '#tests/support/team'

const graph = aGraph(
  {
    'src/users/create_user.ts': { symbols: ['createUser', 'checkName'], imports: ['src/shared/mailer.ts'] },
    'src/users/delete_user.ts': { symbols: ['deleteUser'], imports: ['src/users/create_user.ts'] },
    'src/shared/mailer.ts': { symbols: ['sendMail'], unresolved: ['createUser'] },
    'tests/create_user.spec.ts': {
      symbols: ['spec'],
      imports: ['src/users/create_user.ts'],
      isTest: true,
    },
    'README.md': {},
  },
  [
    ['src/users/create_user.ts#createUser', 'src/shared/mailer.ts#sendMail'],
    ['src/users/delete_user.ts#deleteUser', 'src/users/create_user.ts#checkName'],
    ['tests/create_user.spec.ts#spec', 'src/users/create_user.ts#createUser'],
  ]
)

const rules = rulesOf({
  layers: [
    { name: 'shared', paths: ['src/shared/**'], mayUse: [], line: 2 },
    { name: 'users', paths: ['src/users/**'], mayUse: [], line: 3 },
  ],
})

async function aMappedProject() {
  const team = await anApiUser(['read'])
  const project = await aSampleProject(team)
  await aMap(team.teamId, project.id, { graph, rules })
  return { ...team, projectId: project.id, api: `/api/projects/${project.id}/map` }
}

test.group('Answers of the map', () => {
  test('symbols are found by their names, parts of them, and what is said of them', async ({
    client,
    assert,
  }) => {
    const { token, api } = await aMappedProject()
    const find = async (q: string) => {
      const response = await client.get(`${api}/search`).qs({ q }).bearerToken(token)
      response.assertStatus(200)
      return response.body()
    }
    const exact = await find('createUser')
    assert.equal(exact.hits[0].id, 'src/users/create_user.ts#createUser')
    assert.equal(exact.unresolved, 1)
    assert.include(exact.engines, 'text')
    assert.equal((await find('delus')).hits[0].id, 'src/users/delete_user.ts#deleteUser')
    const words = await find('mail send')
    assert.include(
      words.hits.map(({ id }: { id: string }) => id),
      'src/shared/mailer.ts#sendMail'
    )
  })

  test('a misspelt name is found where the database compares spellings', async ({ client, assert }) => {
    const { token, api } = await aMappedProject()
    const response = await client.get(`${api}/search`).qs({ q: 'deletUsr' }).bearerToken(token)
    const { hits, engines } = response.body()
    if (engines.includes('trigrams')) assert.equal(hits[0].id, 'src/users/delete_user.ts#deleteUser')
  })

  test('who uses a symbol, with what could not be told', async ({ client, assert }) => {
    const { token, api } = await aMappedProject()
    const id = 'src/users/create_user.ts#createUser'
    const response = await client.get(`${api}/callers`).qs({ id }).bearerToken(token)
    response.assertStatus(200)
    assert.deepEqual(
      response.body().reached.map((node: { id: string }) => node.id),
      ['tests/create_user.spec.ts#spec']
    )
    assert.deepInclude(response.body(), { resolved: 1, unresolved: 1, truncated: false })
  })

  test('the way from one to another, and that there is none', async ({ client, assert }) => {
    const { token, api } = await aMappedProject()
    const qs = { from: 'tests/create_user.spec.ts#spec', to: 'src/shared/mailer.ts#sendMail' }
    const there = await client.get(`${api}/path`).qs(qs).bearerToken(token)
    assert.lengthOf(there.body().edges, 2)
    const back = await client.get(`${api}/path`).qs({ from: qs.to, to: qs.from }).bearerToken(token)
    assert.isNull(back.body().edges)
    assert.isTrue(back.body().otherWay)
  })

  test('what a change reaches, with the tests to run', async ({ client, assert }) => {
    const { token, api } = await aMappedProject()
    const ids = 'src/shared/mailer.ts#sendMail'
    const response = await client.get(`${api}/impact`).qs({ ids }).bearerToken(token)
    assert.deepEqual(
      response.body().tests.map(({ path }: { path: string }) => path),
      ['tests/create_user.spec.ts']
    )
    assertProblem(assert, await client.get(`${api}/impact`).bearerToken(token), 422)
  })

  test('imports that break a rule, with the line of the rule', async ({ client, assert }) => {
    const { token, api } = await aMappedProject()
    const { violations } = (await client.get(`${api}/rules`).bearerToken(token)).body()
    assert.deepEqual(
      violations.map((one: { from: { path: string }; rule: string; ruleLine: number }) => [
        one.from.path,
        one.rule,
        one.ruleLine,
      ]),
      [['src/users/create_user.ts', 'users may not use shared', 3]]
    )
  })

  test('what no test reaches', async ({ client, assert }) => {
    const { token, api } = await aMappedProject()
    const { files, untested } = (await client.get(`${api}/tests`).bearerToken(token)).body()
    assert.equal(untested, 2)
    assert.sameMembers(
      files.flatMap(({ symbols }: { symbols: { name: string }[] }) => symbols.map(({ name }) => name)),
      ['checkName', 'deleteUser']
    )
  })

  for (const what of [
    '',
    '/search?q=a',
    '/symbols?id=README.md',
    '/callers?id=README.md',
    '/routes',
    '/schema',
    '/tests',
    '/rules',
  ])
    test(`another team does not see it: ${what || 'summary'}`, async ({ client, assert }) => {
      const { api } = await aMappedProject()
      const other = await anApiUser(['read'])
      assertProblem(assert, await client.get(`${api}${what}`).bearerToken(other.token), 404)
    })

  test('what the map does not have is not found, and bad input is named', async ({ client, assert }) => {
    const { token, api } = await aMappedProject()
    assertProblem(assert, await client.get(`${api}/symbols`).qs({ id: 'nothing.ts' }).bearerToken(token), 404)
    assertProblem(assert, await client.get(`${api}/symbols`).bearerToken(token), 422)
    assertProblem(
      assert,
      await client.get(`${api}/callers`).qs({ id: 'README.md', depth: 99 }).bearerToken(token),
      422
    )
    assertProblem(assert, await client.get(`${api}/search`).qs({ kind: 'spell' }).bearerToken(token), 422)
  })

  test('reading tokens may not have it made anew', async ({ client, assert }) => {
    const team = await aMappedProject()
    assertProblem(assert, await client.post(team.api).bearerToken(team.token), 403)
    const { token } = await aToken(team, ['write'])
    const made = await client.post(team.api).bearerToken(token)
    made.assertStatus(202)
  })

  test('a project without a map says so', async ({ client, assert }) => {
    const team = await anApiUser(['read'])
    const project = await aSampleProject(team)
    const response = await client.get(`/api/projects/${project.id}/map`).bearerToken(team.token)
    assert.isNull(response.body().map)
    assert.equal(response.body().progress.status, 'queued')
    const answer = await client.get(`/api/projects/${project.id}/map/routes`).bearerToken(team.token)
    assertProblem(assert, answer, 404)
  })
})

test.group('The page of the map', () => {
  test('shows a viewer the map without the button to refresh it', async ({ client }) => {
    const team = await aMappedProject()
    const viewer = await aMember(team.teamId, 'viewer')
    const page = await client
      .get(`/intelligence/${team.projectId}?team=${team.teamId}`)
      .loginAs(viewer)
      .withInertia()
    page.assertStatus(200)
    page.assertInertiaComponent('intelligence/show')
    page.assertInertiaPropsContains({ can: { refresh: false } })
    const refused = await client
      .post(`/intelligence/${team.projectId}/refresh?team=${team.teamId}`)
      .loginAs(viewer)
      .withCsrfToken()
    refused.assertStatus(403)
  })

  test('is not for those who see bills only, nor for another team', async ({ client }) => {
    const team = await aMappedProject()
    const accountant = await aMember(team.teamId, 'billing')
    ;(
      await client.get(`/intelligence/${team.projectId}?team=${team.teamId}`).loginAs(accountant)
    ).assertStatus(403)
    const { user } = await aTeam()
    ;(await client.get(`/intelligence/${team.projectId}`).loginAs(user)).assertStatus(404)
    ;(await client.get(`/intelligence/${team.projectId}/view`).loginAs(user)).assertStatus(404)
  })

  test('draws what is opened, and what runs between', async ({ client, assert }) => {
    const team = await aMappedProject()
    const view = (query: string) =>
      client.get(`/intelligence/${team.projectId}/view${query}`).accept('json').loginAs(team.user)
    const closed = (await view('?open[]=-')).body()
    assert.deepEqual(
      closed.nodes.map(({ id }: { id: string }) => id),
      ['dir:src', 'README.md']
    )
    const opened = (await view('?open[]=dir:src&open[]=dir:src/users')).body()
    const between = opened.edges.find(
      ({ from, to }: { from: string; to: string }) =>
        from === 'src/users/create_user.ts' && to === 'dir:src/shared'
    )
    assert.deepInclude(between, { count: 2, kinds: { calls: 1, imports: 1 }, violations: 1 })
    const layers = (await view('?by=layers&open[]=-')).body()
    assert.deepEqual(
      layers.nodes.map(({ label }: { label: string }) => label),
      ['shared', 'users', 'Outside every layer']
    )
    ;(await view('?by=colour')).assertStatus(422)
  })

  test('lists the team’s projects', async ({ client }) => {
    const team = await aMappedProject()
    const page = await client.get('/intelligence').loginAs(team.user).withInertia()
    page.assertInertiaComponent('intelligence/index')
    page.assertInertiaPropsContains({ maps: [{ projectId: team.projectId, totals: { files: 5 } }] })
  })
})
