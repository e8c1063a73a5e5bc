import { test } from '@japa/runner'
import { listProjects } from '#projects/queries/list_projects'
import { connectedProject } from '#tests/support/hosts/connected'
import { hostUnderTest } from '#tests/support/hosts/host_under_test'
import { aTeam } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'

test.group('Numbers of a project', () => {
  for (const kind of ['github', 'gitlab'] as const) {
    test(`${kind}: go on behind the branches that are at its remote already`, async ({ assert, cleanup }) => {
      const under = await hostUnderTest(kind)
      cleanup(() => under.close())
      under.addRepository('ada/clock', { defaultBranch: 'trunk' })
      for (const number of [3, 12, 7])
        under.commit('ada/clock', `feature/ia-task-${number}`, { 'a.txt': 'a' })
      const { teamId, user } = await aTeam()
      const { id: projectId } = await connectedProject(teamId, under, 'ada/clock', { webhook: false })
      const count = async () => (await listProjects(teamId)).data[0]!.workflows
      assert.equal(await count(), 0)
      const create = { teamId, projectId, userId: user.id, task: 'remove unused imports' }
      const first = await new CreateWorkflow().execute(create)
      const second = await new CreateWorkflow().execute(create)
      assert.deepEqual(
        [first, second].map((made) => made.ok && made.value.number),
        [13, 14]
      )
      assert.equal(await count(), 2)
    })
  }
})
