import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { aToken } from '#tests/support/api'
import { aMember, aTeam } from '#tests/support/team'

const page = '/settings/tokens'
const confirmed = () => ({ confirmed_at: Date.now() })
const input = { name: 'CI', scopes: ['read'], expires: '30' }

test.group('The page of API tokens', () => {
  test('lists the tokens of the person, newest first, without their text', async ({ client, assert }) => {
    const team = await aTeam()
    const { token } = await aToken(team)
    const colleague = await aMember(team.teamId, 'developer')
    await aToken({ teamId: team.teamId, user: colleague })
    const response = await client.get(page).loginAs(team.user).withInertia()
    response.assertStatus(200)
    response.assertInertiaComponent('settings/tokens')
    assert.lengthOf(response.inertiaProps.tokens as unknown[], 1)
    assert.containSubset(response.inertiaProps, {
      tokens: [
        {
          name: 'ci',
          scopes: ['write'],
          lastFour: token.slice(-4),
          lastUsedAt: null,
          expiresAt: null,
          expired: false,
        },
      ],
    })
    assert.notInclude(response.text(), token)
  })

  test('shows a new token once, and it works', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const made = await client
      .post(page)
      .loginAs(user)
      .withSession(confirmed())
      .withCsrfToken()
      .withInertia()
      .json(input)
    made.assertStatus(200)
    assert.equal(made.header('cache-control'), 'no-store')
    const { token } = made.body().flash.newToken
    assert.match(token, /^agentops_[0-9A-Za-z]{40}$/)
    const me = await client.get('/api/me').bearerToken(token)
    me.assertStatus(200)
    assert.equal(me.body().team.id, teamId)
    assert.closeTo(Date.parse(me.body().token.expiresAt), Date.now() + 30 * 86_400_000, 60_000)

    const again = await client.get(page).loginAs(user).withInertia()
    assert.notInclude(again.text(), token)
    assert.lengthOf(again.inertiaProps.tokens as unknown[], 1)
  })

  test('makes none before it is confirmed that it is still them', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const response = await client.post(page).loginAs(user).withCsrfToken().withInertia().json(input)
    response.assertStatus(428)
    assert.isEmpty(await withTeam(teamId, (trx) => trx.from('api_tokens').select('id')))
  })

  test('refuses {field} that is wrong')
    .with([
      { field: 'name', value: '' },
      { field: 'scopes', value: [] },
      { field: 'scopes', value: ['everything'] },
      { field: 'expires', value: '3650000' },
    ])
    .run(async ({ client, assert }, { field, value }) => {
      const { user, teamId } = await aTeam()
      const body = { ...input, [field]: value }
      const response = await client
        .post(page)
        .loginAs(user)
        .withSession(confirmed())
        .withCsrfToken()
        .header('accept', 'application/json')
        .json(body)
      response.assertStatus(422)
      const stored = await withTeam(teamId, (trx) => trx.from('api_tokens').select('id'))
      assert.isEmpty(stored)
    })

  test('revokes a token after which it is refused', async ({ client, assert }) => {
    const team = await aTeam()
    const { id, token } = await aToken(team)
    ;(await client.get('/api/me').bearerToken(token)).assertStatus(200)
    const response = await client.delete(`${page}/${id}`).loginAs(team.user).withCsrfToken().redirects(0)
    assert.equal(response.header('location'), page)
    ;(await client.get('/api/me').bearerToken(token)).assertStatus(401)
  })

  test("finds neither a colleague's nor another team's token, nor one that never was", async ({ client }) => {
    const team = await aTeam()
    const colleague = await aMember(team.teamId, 'developer')
    const others = [await aToken({ teamId: team.teamId, user: colleague }), await aToken(await aTeam())]
    for (const id of [...others.map((other) => other.id), crypto.randomUUID()]) {
      const response = await client
        .delete(`${page}/${id}`)
        .loginAs(team.user)
        .withCsrfToken()
        .header('accept', 'application/json')
      response.assertStatus(404)
    }
    for (const { token } of others) (await client.get('/api/me').bearerToken(token)).assertStatus(200)
  })

  test('is closed to viewers, and to strangers', async ({ client, assert }) => {
    const { teamId } = await aTeam()
    const viewer = await aMember(teamId, 'viewer')
    const as = () =>
      client.get(page).loginAs(viewer).withSession({ team_id: teamId }).header('accept', 'application/json')
    ;(await as()).assertStatus(403)
    const stranger = await client.get(page).redirects(0)
    assert.equal(stranger.header('location'), '/login')
  })
})
