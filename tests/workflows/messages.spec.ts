import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { anApiUser, assertProblem, aToken, aWorkflow, finish } from '#tests/support/api'
import { aMember } from '#tests/support/team'

const path = (id: string) => `/api/workflows/${id}/messages`
const text = 'Keep the old name working'

test.group('A message to a workflow', () => {
  test('is kept, shown as an event and in the audit trail', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aWorkflow(teamId)
    const response = await client.post(path(id)).bearerToken(token).json({ text })
    response.assertStatus(201)
    assert.containSubset(response.body(), { text, heardAt: null })
    const listed = await client.get(path(id)).bearerToken(token)
    assert.deepEqual(
      listed.body().data.map((message: { text: string }) => message.text),
      [text]
    )
    const events = await client.get(`/api/workflows/${id}/events`).bearerToken(token)
    const last = events.body().data.at(-1)
    assert.equal(last.kind, 'message')
    assert.containSubset(last.payload, { text, heard: false })
    const audited = await withTeam(teamId, (trx) =>
      trx.from('audit_entries').where('subject_id', id).where('action', 'workflow.steered')
    )
    assert.lengthOf(audited, 1)
  })

  test('is refused when it is empty or too long', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aWorkflow(teamId)
    for (const wrong of ['', '   ', 'x'.repeat(4_001), 7])
      assertProblem(assert, await client.post(path(id)).bearerToken(token).json({ text: wrong }), 422)
  })

  test('is not possible to another team’s workflow, nor to one that never was', async ({
    client,
    assert,
  }) => {
    const { teamId } = await anApiUser()
    const { id } = await aWorkflow(teamId)
    const { token } = await anApiUser()
    for (const absent of [id, crypto.randomUUID()]) {
      assertProblem(assert, await client.post(path(absent)).bearerToken(token).json({ text }), 404)
      assertProblem(assert, await client.get(path(absent)).bearerToken(token), 404)
    }
  })

  test('needs the right to run workflows', async ({ client, assert }) => {
    const team = await anApiUser()
    const { id } = await aWorkflow(team.teamId)
    const { token } = await aToken(team, ['read'])
    assertProblem(assert, await client.post(path(id)).bearerToken(token).json({ text }), 403)
    const viewer = await aMember(team.teamId, 'viewer')
    const response = await client
      .post(`/workflows/${id}/messages`)
      .form({ text })
      .withCsrfToken()
      .loginAs(viewer)
      .withSession({ team_id: team.teamId })
      .redirects(0)
    assert.equal(response.status(), 403)
  })

  test('comes too late when the workflow has ended', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aWorkflow(teamId)
    await finish(teamId, id)
    const problem = assertProblem(assert, await client.post(path(id)).bearerToken(token).json({ text }), 409)
    assert.include(problem.detail, 'nobody would hear it')
  })

  test('is taken fifty times at most', async ({ client, assert }) => {
    const { teamId, token } = await anApiUser()
    const { id } = await aWorkflow(teamId)
    for (let n = 0; n < 50; n++)
      await client
        .post(path(id))
        .bearerToken(token)
        .json({ text: `${text} ${n}` })
    assertProblem(assert, await client.post(path(id)).bearerToken(token).json({ text }), 409)
  })
})
