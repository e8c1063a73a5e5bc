import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { anApiUser, assertProblem, aToken } from '#tests/support/api'
import { roleOf } from '#tests/support/members'
import { aMember, aTeam } from '#tests/support/team'

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test.group('Teams over the API', () => {
  test('show and rename', async ({ client, assert }) => {
    const { token, teamId } = await anApiUser(['admin'])
    const renamed = await client.patch('/api/team').headers(bearer(token)).json({ name: 'Green' })
    assert.deepEqual(renamed.body(), { id: teamId, name: 'Green' })
    const shown = await client.get('/api/team').headers(bearer(token))
    assert.deepEqual(shown.body(), { id: teamId, name: 'Green' })
    assertProblem(assert, await client.patch('/api/team').headers(bearer(token)).json({ name: '' }), 422)
  })

  test('have members whose roles can be changed, and who can be removed', async ({ client, assert }) => {
    const { token, teamId, user } = await anApiUser(['admin'])
    const member = await aMember(teamId, 'viewer')
    const list = await client.get('/api/members').headers(bearer(token))
    assert.deepEqual(
      list.body().data.map(({ id, role }: { id: string; role: string }) => [id, role]),
      [
        [user.id, 'owner'],
        [member.id, 'viewer'],
      ]
    )
    const path = `/api/members/${member.id}`
    ;(await client.patch(path).headers(bearer(token)).json({ role: 'admin' })).assertStatus(200)
    assert.equal(await roleOf(teamId, member.id), 'admin')
    ;(await client.delete(path).headers(bearer(token))).assertStatus(204)
    assertProblem(assert, await client.delete(path).headers(bearer(token)), 404)
    const last = client.patch(`/api/members/${user.id}`).headers(bearer(token)).json({ role: 'viewer' })
    assertProblem(assert, await last, 409)
  })

  test('have invitations', async ({ client, assert }) => {
    const { token } = await anApiUser(['admin'])
    const email = `${randomUUID()}@example.test`
    const made = await client.post('/api/invitations').headers(bearer(token)).json({ email, role: 'viewer' })
    made.assertStatus(201)
    const again = client.post('/api/invitations').headers(bearer(token)).json({ email, role: 'viewer' })
    assertProblem(assert, await again, 422)
    const list = await client.get('/api/invitations').headers(bearer(token))
    assert.containsSubset(list.body().data, [{ id: made.body().id, email, role: 'viewer', expired: false }])
    const path = `/api/invitations/${made.body().id}`
    ;(await client.delete(path).headers(bearer(token))).assertStatus(204)
    assertProblem(assert, await client.delete(path).headers(bearer(token)), 404)
  })

  test('are administered by tokens with that scope only, and never across teams', async ({
    client,
    assert,
  }) => {
    const team = await anApiUser(['write'])
    const other = await aTeam()
    const { token } = await aToken(other, ['admin'])
    const change = (text: string) =>
      client.patch(`/api/members/${team.user.id}`).headers(bearer(text)).json({ role: 'viewer' })
    assertProblem(assert, await change(team.token), 403)
    assertProblem(assert, await change(token), 404)
    assert.equal(await roleOf(team.teamId, team.user.id), 'owner')
  })
})
