import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import SetOperator from '#ops/actions/set_operator'
import { anApiUser, assertProblem, aToken, projectRows } from '#tests/support/api'
import { connectedAccount } from '#tests/support/hosts/connected'
import { hostUnderTest } from '#tests/support/hosts/host_under_test'
import { aMember, aTeam } from '#tests/support/team'

const settings = {
  requiresPublishApproval: true,
  opensChangeRequest: true,
  draft: true,
  labels: ['agentops', 'needs review'],
  reviewers: ['grace'],
  followsPipeline: true,
  pipelineRepairs: 3,
  answersCalls: false,
}

test.group('How a project delivers', () => {
  async function scene() {
    const its = await anApiUser()
    const [projectId] = await projectRows(its.teamId, ['clock'])
    return { ...its, path: `/api/projects/${projectId}/delivery` }
  }

  test('is read and changed, with an entry in the audit trail', async ({ client, assert }) => {
    const { path, token, teamId } = await scene()
    const before = await client.get(path).bearerToken(token)
    assert.containSubset(before.body(), { requiresPublishApproval: false, answersCalls: true, host: null })
    const changed = await client.put(path).bearerToken(token).json(settings)
    changed.assertStatus(200)
    assert.containSubset((await client.get(path).bearerToken(token)).body(), settings)
    const entries = await withTeam(teamId, (trx) =>
      trx.from('audit_entries').where('action', 'project.delivery_changed')
    )
    assert.lengthOf(entries, 1)
  })

  test('is refused where it makes no sense', async ({ client, assert }) => {
    const { path, token } = await scene()
    for (const wrong of [{ pipelineRepairs: 6 }, { labels: 'agentops' }, { answersCalls: 'perhaps' }]) {
      const answer = await client
        .put(path)
        .bearerToken(token)
        .json({ ...settings, ...wrong })
      assertProblem(assert, answer, 422)
    }
  })

  test('is not there for another team', async ({ client, assert }) => {
    const { path } = await scene()
    const { token } = await anApiUser()
    assertProblem(assert, await client.get(path).bearerToken(token), 404)
    assertProblem(assert, await client.put(path).bearerToken(token).json(settings), 404)
  })

  test('needs the right to manage projects', async ({ client, assert }) => {
    const { path, teamId } = await scene()
    const viewer = await aMember(teamId, 'viewer')
    const { token } = await aToken({ teamId, user: viewer })
    assertProblem(assert, await client.put(path).bearerToken(token).json(settings), 403)
  })
})

test.group('Connections as operators see them', () => {
  test('are those of all teams with what their hosts still take, and nothing of their tokens', async ({
    client,
    assert,
    cleanup,
  }) => {
    const host = await hostUnderTest('gitlab')
    cleanup(() => host.close())
    const team = await aTeam()
    const id = await connectedAccount(team.teamId, host)
    await withTeam(team.teamId, (trx) =>
      trx
        .from('git_connections')
        .where('id', id)
        .update({ health: 'revoked', rate_limit: 2000, rate_remaining: 0 })
    )
    const operator = await aTeam('Olga Operator')
    await new SetOperator().execute({ email: operator.user.email, operator: true })
    await operator.user.refresh()
    const page = await client.get('/admin/connections').loginAs(operator.user).withInertia()
    page.assertInertiaComponent('admin/connections')
    const shown = page.inertiaProps.list as { id: string; rate: { remaining: number } }[]
    assert.containSubset(
      shown.find((connection) => connection.id === id),
      { host: 'gitlab', accountLogin: 'ada', health: 'revoked', rate: { limit: 2000, remaining: 0 } }
    )
    assert.notInclude(JSON.stringify(page.inertiaProps), 'glpat-')
    const refused = await client.get('/admin/connections').loginAs(team.user)
    refused.assertStatus(404)
  })
})
