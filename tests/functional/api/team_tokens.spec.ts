import { randomUUID } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import CreateServiceToken from '#accounts/actions/create_service_token'
import InviteMember from '#accounts/actions/invite_member'
import { withTeam } from '#accounts/services/tenancy'
import { anApiUser, assertProblem, aToken } from '#tests/support/api'
import { mailsTo } from '#tests/support/mail'
import { anActor, auditActions } from '#tests/support/members'
import { aMember, type Team } from '#tests/support/team'

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

async function aRobot(team: Team) {
  const made = await new CreateServiceToken().execute({
    actor: anActor(team),
    name: `ci ${randomUUID()}`,
    scopes: ['write'],
    expiresInDays: null,
  })
  if (!made.ok) throw new Error('no robot')
  return made.value
}

test.group('Service tokens in the API', () => {
  test('are listed without their text, and revoked at once', async ({ client, assert }) => {
    const owner = await anApiUser(['admin'])
    const robot = await aRobot(owner)
    const list = () => client.get('/api/service-tokens').headers(bearer(owner.token))
    const listed = await list()
    assert.containsSubset(listed.body().data, [{ id: robot.id, scopes: ['write'], expiresAt: null }])
    assert.notInclude(listed.text(), robot.token)
    ;(await client.get('/api/me').headers(bearer(robot.token))).assertStatus(200)
    const gone = () => client.delete(`/api/service-tokens/${robot.id}`).headers(bearer(owner.token))
    ;(await gone()).assertStatus(204)
    ;(await client.get('/api/me').headers(bearer(robot.token))).assertStatus(401)
    assert.isEmpty((await list()).body().data)
    assertProblem(assert, await gone(), 404)
    assert.include(await auditActions(owner.teamId), 'service_token.revoked')
  })

  test('are made nowhere there, and those of another team do not exist', async ({ client, assert }) => {
    const [owner, stranger] = [await anApiUser(['admin']), await anApiUser(['admin'])]
    const robot = await aRobot(owner)
    const made = await client.post('/api/service-tokens').headers(bearer(owner.token)).json({ name: 'x' })
    made.assertStatus(405)
    const foreign = await client.delete(`/api/service-tokens/${robot.id}`).headers(bearer(stranger.token))
    assertProblem(assert, foreign, 404)
    const lesser = await anApiUser(['write'])
    assertProblem(assert, await client.get('/api/service-tokens').headers(bearer(lesser.token)), 403)
  })
})

test.group('Mailing an invitation again, in the API', () => {
  async function anInvitation(team: Team) {
    const email = `${randomUUID()}@example.test`
    const made = await new InviteMember().execute({ actor: anActor(team), email, role: 'developer' })
    if (!made.ok) throw new Error('not invited')
    await withTeam(team.teamId, (trx) =>
      trx
        .from('invitations')
        .where('id', made.value.id)
        .update({ sent_at: new Date(Date.now() - 120_000) })
    )
    return { id: made.value.id, email }
  }

  const resend = (client: ApiClient, token: string, id: string) =>
    client.post(`/api/invitations/${id}/delivery`).headers(bearer(token)).json({})

  test('sends a new link, not twice within a minute', async ({ client, assert }) => {
    const owner = await anApiUser(['admin'])
    const { id, email } = await anInvitation(owner)
    const sent = await resend(client, owner.token, id)
    sent.assertStatus(202)
    assert.deepEqual(sent.body(), { id, email })
    assert.lengthOf(await mailsTo(email), 2)
    assertProblem(assert, await resend(client, owner.token, id), 409)
  })

  test('is refused for another team, nobody, and without the scope', async ({ client, assert }) => {
    const [owner, stranger] = [await anApiUser(['admin']), await anApiUser(['admin'])]
    const { id } = await anInvitation(owner)
    assertProblem(assert, await resend(client, stranger.token, id), 404)
    assertProblem(assert, await resend(client, owner.token, randomUUID()), 404)
    const lesser = await anApiUser(['write'])
    assertProblem(assert, await resend(client, lesser.token, id), 403)
  })
})

test.group("A person's own tokens in the API", () => {
  const listedTo = async (client: ApiClient, token: string) => {
    const response = await client.get('/api/tokens').headers(bearer(token))
    response.assertStatus(200)
    return response.body().data as { id: string; scopes: string[] }[]
  }

  test('are listed without their text and revoked at once, the asking one included', async ({
    client,
    assert,
  }) => {
    const owner = await anApiUser(['admin'])
    const other = await aToken(owner, ['write'])
    const listed = await listedTo(client, owner.token)
    assert.deepEqual(
      listed.map(({ scopes }) => scopes),
      [['write'], ['admin']]
    )
    assert.notInclude(JSON.stringify(listed), other.token)
    const gone = (id: string) => client.delete(`/api/tokens/${id}`).headers(bearer(owner.token))
    ;(await gone(other.id)).assertStatus(204)
    assertProblem(assert, await client.get('/api/me').headers(bearer(other.token)), 401)
    assertProblem(assert, await gone(other.id), 404)
    ;(await gone(listed[1]!.id)).assertStatus(204)
    assertProblem(assert, await client.get('/api/tokens').headers(bearer(owner.token)), 401)
    assert.include(await auditActions(owner.teamId), 'token.revoked')
  })

  test('that can do more than the asking one, and those of other people, do not exist', async ({
    client,
    assert,
  }) => {
    const owner = await anApiUser(['admin'])
    const [admin] = await listedTo(client, owner.token)
    const lesser = await aToken(owner, ['read'])
    assert.deepEqual(
      (await listedTo(client, lesser.token)).map(({ id }) => id),
      [lesser.id]
    )
    const stranger = await anApiUser(['admin'])
    const colleague = await aToken({ teamId: owner.teamId, user: await aMember(owner.teamId, 'admin') }, [
      'admin',
    ])
    for (const token of [lesser.token, stranger.token, colleague.token])
      assertProblem(assert, await client.delete(`/api/tokens/${admin!.id}`).headers(bearer(token)), 404)
  })

  test('are no matter of robots', async ({ client, assert }) => {
    const robot = await aRobot(await anApiUser())
    assertProblem(assert, await client.get('/api/tokens').headers(bearer(robot.token)), 403)
  })
})
