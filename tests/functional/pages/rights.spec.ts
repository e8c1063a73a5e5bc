import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { Role } from '#accounts/enums/role'
import { aMember, aSampleProject, aTeam } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'

async function aWorkflow() {
  const team = await aTeam()
  const project = await aSampleProject(team)
  const created = await new CreateWorkflow().execute({
    teamId: team.teamId,
    userId: team.user.id,
    projectId: project.id,
    task: 'remove unused imports',
  })
  if (!created.ok) throw new Error(created.error)
  return { ...team, project, workflowId: created.value.id }
}

test.group('Pages of another team', () => {
  test('answer 404 alike for a foreign id and one that never was: {page}')
    .with([
      { page: 'a project', path: (ids: Ids) => `/projects/${ids.projectId}` },
      { page: "a project's settings", path: (ids: Ids) => `/projects/${ids.projectId}/edit` },
      { page: 'a workflow', path: (ids: Ids) => `/workflows/${ids.workflowId}` },
      { page: 'its events', path: (ids: Ids) => `/workflows/${ids.workflowId}/events` },
      { page: 'its patch', path: (ids: Ids) => `/workflows/${ids.workflowId}/artifacts/patch` },
      { page: 'its log', path: (ids: Ids) => `/workflows/${ids.workflowId}/logs/${ids.workflowId}` },
    ])
    .run(async ({ client, assert }, { path }) => {
      const theirs = await aWorkflow()
      const { user } = await aTeam()
      const foreign = { projectId: theirs.project.id, workflowId: theirs.workflowId }
      const absent = { projectId: randomUUID(), workflowId: randomUUID() }
      for (const ids of [foreign, absent]) {
        const response = await client.get(path(ids)).loginAs(user)
        assert.equal(response.status(), 404, path(ids))
      }
    })

  test('cannot be cancelled, run again, changed or removed', async ({ client, assert }) => {
    const theirs = await aWorkflow()
    const { user } = await aTeam()
    const attempts = [
      client.post(`/workflows/${theirs.workflowId}/cancellation`),
      client.post(`/workflows/${theirs.workflowId}/approval`),
      client
        .post(`/workflows/${theirs.workflowId}/reruns`)
        .form({ from: 'analyze', formToken: randomUUID() }),
      client
        .post('/workflows')
        .form({ projectId: theirs.project.id, task: 'steal it', formToken: randomUUID() }),
      client.delete(`/projects/${theirs.project.id}`),
    ]
    for (const attempt of attempts) {
      const response = await attempt
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .loginAs(user)
        .redirects(0)
      assert.equal(response.status(), 404)
    }
  })
})

interface Ids {
  projectId: string
  workflowId: string
}

test.group('Roles', () => {
  const expected: [Role, { read: number; run: number }][] = [
    ['developer', { read: 200, run: 302 }],
    ['viewer', { read: 200, run: 403 }],
    ['billing', { read: 403, run: 403 }],
  ]

  for (const [role, { read, run }] of expected) {
    test(`${role}: reading answers ${read}, running ${run}`, async ({ client, assert }) => {
      const { teamId, project, workflowId } = await aWorkflow()
      const member = await aMember(teamId, role)
      const session = { team_id: teamId }
      const shown = await client
        .get(`/workflows/${workflowId}`)
        .loginAs(member)
        .withSession(session)
        .withInertia()
      assert.equal(shown.status(), read)
      const started = await client
        .post('/workflows')
        .withCsrfToken()
        .loginAs(member)
        .withSession(session)
        .redirects(0)
        .form({ projectId: project.id, task: 'remove unused imports', formToken: randomUUID() })
      assert.equal(started.status(), run)
    })
  }

  test('decide which buttons a page shows', async ({ client }) => {
    const { teamId, workflowId } = await aWorkflow()
    const viewer = await aMember(teamId, 'viewer')
    const response = await client
      .get(`/workflows/${workflowId}`)
      .loginAs(viewer)
      .withSession({ team_id: teamId })
      .withInertia()
    response.assertInertiaPropsContains({ can: { cancel: false, approve: false, rerun: false } })
  })
})

test.group('A form sent twice', () => {
  test('starts one workflow', async ({ client, assert }) => {
    const team = await aTeam()
    const project = await aSampleProject(team)
    const form = { projectId: project.id, task: 'remove unused imports', formToken: randomUUID() }
    const send = () => client.post('/workflows').withCsrfToken().loginAs(team.user).redirects(0).form(form)
    const [first, second] = await Promise.all([send(), send()])
    assert.equal(first.status(), 302)
    assert.equal(first.header('location'), second.header('location'))
  })
})
