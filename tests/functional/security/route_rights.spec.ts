import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { type Role, roles } from '#accounts/enums/role'
import type User from '#accounts/models/user'
import { can, type Permission, scopeFor, scopes } from '#accounts/permissions'
import { doors, isDoor } from '#accounts/route_rights'
import { operations } from '#ops/openapi/operations'
import { listedRoutes, routesWithoutRight } from '#ops/queries/listed_routes'
import { generatedDocuments } from '#ops/services/generated_documents'
import type { ListedRoute } from '#ops/services/routes_document'
import { rights } from '#start/rights'
import { addressOf, aTokenOf, aWorld, type World } from '#tests/support/world'

/** They answer for as long as somebody listens; what they let pass is in the specs of live channels and streams. */
const endless = ['live_streams.show', 'api.workflow_streams.show']

/** Rights whose changes need "it is you". */
const sensitive: readonly string[] = [
  'billing.manage',
  'connections.manage',
  'members.manage',
  'models.manage',
  'operator',
  'roles.manage',
  'service_tokens.manage',
  'team.delete',
  'team.manage',
  'tokens.manage',
]

/** Changes under such a right that nobody is asked about, each with its reason. */
const unasked: Record<string, string> = {
  'api_tokens.destroy': 'a token that has leaked must end at once',
  'service_tokens.destroy': 'the same',
  'invitations.destroy': 'takes away what was not accepted yet',
  'invitation_deliveries.store': 'mails the same invitation to the same address',
  'connection_checks.store': 'looks whether a connection works',
  'teams.update': 'a name, which can be changed back',
  'routing_policies.store': 'a new version beside the old ones, which can be brought back',
  'routing_policies.update': 'the same',
  'routing_policies.destroy': 'goes back to what was before, which can be brought back',
  'benchmarks.store': 'runs within the budgets of the team',
  'map_meanings.store': 'the same',
  'map_meanings.destroy': 'can be made anew',
  'budgets.store': 'a limit within what the plan allows',
}

const methodOf = ({ methods }: ListedRoute) => methods.find((method) => method !== 'HEAD')!
const reads = (route: ListedRoute) => methodOf(route) === 'GET'
const byToken = ({ middleware }: ListedRoute) => middleware.includes('apiToken')
const bySession = ({ middleware }: ListedRoute) => middleware.includes('auth')
/** Reading first: what is changed later is then still as it was made. */
const inOrder = (routes: ListedRoute[]) => [...routes].sort((a, b) => Number(reads(b)) - Number(reads(a)))
const label = (route: ListedRoute) => `${methodOf(route)} ${route.pattern}`

function request(client: ApiClient, route: ListedRoute, path: string) {
  const made = client.request(path, methodOf(route)).redirects(0).header('accept', 'application/json')
  return reads(route) ? made : made.json({})
}

const asPartialReload = {
  'x-inertia': 'true',
  'x-inertia-version': '1',
  'x-inertia-partial-component': 'any',
  'x-inertia-partial-data': 'any',
}

function asPerson(client: ApiClient, route: ListedRoute, path: string, user: User, session: object = {}) {
  const made = request(client, route, path)
    .loginAs(user)
    .withSession({ confirmed_at: Date.now(), ...session })
  return reads(route) ? made : made.withCsrfToken()
}

const asToken = (client: ApiClient, route: ListedRoute, path: string, token: string) =>
  request(client, route, path).header('authorization', `Bearer ${token}`)

const rightHolders = (right: Permission) => roles.filter((role) => can(role, right))
const rightLackers = (right: Permission) => roles.filter((role) => !can(role, right))

test.group('The table of routes', () => {
  test('has a right for every route, and no route that is gone', ({ assert }) => {
    assert.deepEqual(routesWithoutRight(), [])
    const names = listedRoutes().map(({ name }) => name)
    assert.sameMembers(Object.keys(rights), names)
  })

  test('leaves a route without session or token only to doors that say so', ({ assert }) => {
    const open = ['public', 'guest', 'link', 'signature', 'credentials']
    for (const route of listedRoutes()) {
      const closed = bySession(route) || byToken(route)
      assert.equal(!open.includes(route.right), closed, `${label(route)}: ${route.right}`)
      if (route.right === 'operator')
        assert.include(route.middleware, byToken(route) ? 'operatorToken' : 'operator', label(route))
      if (route.right === 'guest') assert.include(route.middleware, 'guest', label(route))
      if (route.right === 'token') assert.isTrue(byToken(route), label(route))
    }
  })

  test('asks whether it is really them before every change that is hard to undo or gives somebody power', ({
    assert,
  }) => {
    for (const route of listedRoutes().filter((one) => bySession(one) && !reads(one))) {
      if (!sensitive.includes(route.right)) continue
      const asks = route.middleware.includes('confirmed')
      assert.equal(asks, !(route.name in unasked), label(route))
    }
    for (const name of [
      'projects.destroy',
      'own_memberships.destroy',
      'data_exports.store',
      'connections.create',
    ])
      assert.include(listedRoutes().find((one) => one.name === name)!.middleware, 'confirmed', name)
  })

  test('says what the description of the API says', ({ assert }) => {
    for (const [name, { scope }] of Object.entries(operations)) {
      const right = (rights as Record<string, string>)[name]!
      const ofDoor: Record<string, string> = { token: 'any', operator: 'operator' }
      const expected = right in doors ? (ofDoor[right] ?? 'public') : scopeFor(right as Permission)
      assert.equal(scope, expected, name)
    }
  })

  test('is written down as it is', async ({ assert }) => {
    for (const [path, text] of Object.entries(generatedDocuments())) {
      const written = await readFile(app.makePath(path), 'utf8')
      assert.isTrue(written === text, `${path} is stale: run node ace docs:write`)
    }
  })
})

test.group('Every page and what it loads', (group) => {
  let world: World
  let other: World
  group.setup(async () => {
    world = await aWorld()
    other = await aWorld()
  })
  const routes = () => inOrder(listedRoutes().filter(bySession))
  const inTeam = (path: string) => `${path}${path.includes('?') ? '&' : '?'}team=${world.teamId}`

  test('sends whoever is not signed in to the sign-in', async ({ client, assert }) => {
    for (const route of routes()) {
      const { path } = addressOf(route.pattern, world)
      const made = request(client, route, path)
      const response = await (reads(route) ? made : made.withCsrfToken())
      assert.equal(response.status(), 401, label(route))
      assert.notInclude(response.text(), world.marker, label(route))
    }
  })

  test('refuses the roles that lack its right, as a whole and in part', async ({ client, assert }) => {
    for (const route of routes()) {
      if (isDoor(route.right)) continue
      const path = inTeam(addressOf(route.pattern, world).path)
      for (const role of rightLackers(route.right)) {
        const response = await asPerson(client, route, path, world.people[role])
        assert.equal(response.status(), 403, `${label(route)} as ${role}`)
        assert.notInclude(response.text(), world.marker, `${label(route)} as ${role}`)
        if (!reads(route)) continue
        const partial = await asPerson(client, route, path, world.people[role]).headers(asPartialReload)
        assert.equal(partial.status(), 403, `${label(route)} in part as ${role}`)
      }
    }
  }).timeout(120_000)

  test('does not exist for people of another team', async ({ client, assert }) => {
    for (const route of routes()) {
      if (isDoor(route.right)) continue
      const { path, known } = addressOf(route.pattern, world)
      const named = await asPerson(client, route, inTeam(path), other.user)
      assert.equal(named.status(), 404, `${label(route)} with the team named`)
      const response = await asPerson(client, route, path, other.user)
      assert.notInclude(response.text(), world.marker, label(route))
      if (known) assert.oneOf(response.status(), [404, 422], label(route))
    }
  }).timeout(120_000)

  test('is for operators alone where it says so', async ({ client, assert }) => {
    for (const route of routes().filter(({ right }) => right === 'operator')) {
      const { path } = addressOf(route.pattern, world)
      for (const role of roles) {
        const response = await asPerson(client, route, path, world.people[role])
        assert.equal(response.status(), 404, `${label(route)} as ${role}`)
      }
    }
  })

  test('is out of reach for an operator in the place of a person, where it is about the person', async ({
    client,
    assert,
  }) => {
    const { user: operator } = await aWorld()
    await operator.merge({ isOperator: true }).save()
    const session = { acting_as: { userId: world.user.id, until: Date.now() + 60_000 } }
    for (const route of routes().filter(({ right }) => right === 'person')) {
      const { path } = addressOf(route.pattern, world)
      const response = await asPerson(client, route, path, operator, session)
      assert.equal(response.status(), 403, label(route))
    }
  })

  test('lets the roles pass that have its right', async ({ client, assert }) => {
    for (const route of routes()) {
      if (isDoor(route.right) || endless.includes(route.name)) continue
      const path = inTeam(addressOf(route.pattern, world).path)
      for (const role of rightHolders(route.right)) {
        const response = await asPerson(client, route, path, world.people[role])
        assert.isFalse([401, 403].includes(response.status()), `${label(route)} as ${role}`)
      }
    }
  }).timeout(120_000)
})

test.group('Every route of the API', (group) => {
  let world: World
  let stranger: string
  const tokens = {} as Record<Role, string>
  group.setup(async () => {
    world = await aWorld()
    stranger = await aTokenOf(await aWorld(), 'owner', [...scopes])
    for (const role of roles) tokens[role] = await aTokenOf(world, role, [...scopes])
  })
  const routes = () => inOrder(listedRoutes().filter(byToken))

  test('refuses whoever has no token, or one that has expired or is none', async ({ client, assert }) => {
    const expired = await aTokenOf(world, 'owner', [...scopes], '-1 second')
    for (const route of routes()) {
      const { path } = addressOf(route.pattern, world)
      assert.equal((await request(client, route, path)).status(), 401, label(route))
      for (const token of [expired, `${expired.slice(0, -1)}x`, 'nonsense', 'agentops_'])
        assert.equal((await asToken(client, route, path, token)).status(), 401, `${label(route)} ${token}`)
    }
  })

  test('refuses a session in place of a token', async ({ client, assert }) => {
    for (const route of routes()) {
      const response = await asPerson(client, route, addressOf(route.pattern, world).path, world.user)
      assert.equal(response.status(), 401, label(route))
    }
  })

  test('refuses a token without the scope', async ({ client, assert }) => {
    const token = Object.fromEntries(
      await Promise.all(
        ([null, ...scopes] as const).map(async (scope) => [
          scope ?? 'none',
          await aTokenOf(world, 'owner', scope ? [scope] : []),
        ])
      )
    )
    for (const route of routes()) {
      if (isDoor(route.right)) continue
      const needed = scopeFor(route.right)!
      const less = ['none', ...scopes].slice(0, ['none', ...scopes].indexOf(needed))
      for (const scope of less) {
        const response = await asToken(client, route, addressOf(route.pattern, world).path, token[scope])
        assert.equal(response.status(), 403, `${label(route)} with ${scope}`)
        assert.match(response.header('www-authenticate')!, /insufficient_scope/, label(route))
      }
    }
  })

  test('gives a token no right that its person lacks', async ({ client, assert }) => {
    for (const route of routes()) {
      if (isDoor(route.right)) continue
      for (const role of rightLackers(route.right)) {
        const response = await asToken(client, route, addressOf(route.pattern, world).path, tokens[role])
        assert.equal(response.status(), 403, `${label(route)} as ${role}`)
        assert.notInclude(response.text(), world.marker, label(route))
      }
    }
  })

  test('shows nothing of another team', async ({ client, assert }) => {
    for (const route of routes()) {
      const { path, known } = addressOf(route.pattern, world)
      for (const address of [path, `${path}?team=${world.teamId}&team_id=${world.teamId}`]) {
        if (endless.includes(route.name) && !known) continue
        const response = await asToken(client, route, address, stranger)
        assert.notInclude(response.text(), world.marker, label(route))
        if (known) assert.oneOf(response.status(), [404, 422], label(route))
      }
    }
  })

  test('lets a token pass that has the scope, of a person who has the right', async ({ client, assert }) => {
    for (const route of routes()) {
      if (endless.includes(route.name)) continue
      const holders = isDoor(route.right) ? roles : rightHolders(route.right)
      for (const role of holders) {
        const response = await asToken(client, route, addressOf(route.pattern, world).path, tokens[role])
        assert.isFalse([401, 403].includes(response.status()), `${label(route)} as ${role}`)
      }
    }
  }).timeout(120_000)
})
