import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import type { HostKind } from '#projects/git/host_contract'
import { connectedProject } from '#tests/support/hosts/connected_project'
import { hostUnderTest, openWith } from '#tests/support/hosts/host_under_test'
import type { Fault } from '#tests/support/hosts/http_server'
import { runningSystem, untilWorkflow } from '#tests/support/running_system'
import { aTeam } from '#tests/support/team'
import ApproveWorkflow from '#workflows/actions/approve_workflow'
import CreateWorkflow from '#workflows/actions/create_workflow'

const files = {
  'package.json': JSON.stringify({ name: 'clock', type: 'module', scripts: { test: 'node --test' } }),
  'src/große uhr.js': `import { readFile } from 'node:fs/promises'\n\nexport const tick = (count) => count + 1\n`,
  'uhr.test.js': `import assert from 'node:assert'\nimport { test } from 'node:test'\nimport { tick } from './src/große uhr.js'\n\ntest('tickt', () => assert.equal(tick(1), 2))\n`,
}

async function scene(kind: HostKind, path = 'ada/clock', settings: object = {}) {
  const under = await hostUnderTest(kind)
  under.addRepository(path, { files, defaultBranch: 'größe/haupt' })
  const team = await aTeam()
  const { projectId } = await connectedProject(team, under, path)
  await withTeam(team.teamId, (trx) =>
    trx
      .from('projects')
      .where('id', projectId)
      .update({ follows_pipeline: false, ...settings })
  )
  const { teamId, user } = team
  const task = 'remove unused imports'
  const start = async () => {
    const created = await new CreateWorkflow().execute({ teamId, projectId, userId: user.id, task })
    if (!created.ok) throw new Error(created.error)
    return created.value.id
  }
  return { ...team, under, start }
}

/** Brings a workflow to where a person lets it leave, does something at the host, and lets it leave. */
async function leaving(
  its: Awaited<ReturnType<typeof scene>>,
  meanwhile: (id: string) => void | Promise<void>
) {
  const { teamId } = its
  const id = await its.start()
  const waiting = await untilWorkflow(teamId, id, ({ status }) => ['waiting', 'finished'].includes(status))
  if (waiting.status === 'finished') throw new Error(waiting.outcomeReason ?? '')
  await meanwhile(id)
  await new ApproveWorkflow().execute({ teamId, workflowId: id })
  return untilWorkflow(teamId, id)
}

const approved = { requires_publish_approval: true }

test.group('A host that makes it hard', (group) => {
  group.setup(runningSystem)
  group.each.timeout(600_000)

  for (const kind of ['github', 'gitlab'] as const) {
    test(`${kind}: an answer that is lost while publishing costs nothing, and makes nothing twice`, async ({
      assert,
      cleanup,
    }) => {
      const its = await scene(kind)
      cleanup(() => its.under.close())
      its.under.server.fail(kind === 'github' ? /^POST .*\/pulls$/ : /^POST .*\/merge_requests$/, 'lost')
      its.under.server.fail(kind === 'github' ? /^POST .*\/statuses\// : /^POST .*\/statuses\//, {
        status: 503,
        body: { message: 'Service Unavailable' },
      })
      const workflow = await untilWorkflow(its.teamId, await its.start())
      assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
      const host = openWith(its.under, its.under.addToken('ada'))
      const repository = await host.repository({ path: 'ada/clock' })
      const request = await host.changeRequest(repository, workflow.changeRequest!.number)
      assert.equal(request.targetBranch, 'größe/haupt')
      await assert.rejects(() => host.changeRequest(repository, request.number + 1))
    })
  }

  for (const kind of ['github', 'gitlab'] as const) {
    const opening = kind === 'github' ? /^POST .*\/pulls$/ : /^POST .*\/merge_requests$/
    const faults: { name: string; fault: Fault; times: number; told: RegExp | null }[] = [
      {
        name: 'a secondary limit, which passes',
        fault: {
          status: kind === 'github' ? 403 : 429,
          body: { message: 'You have exceeded a secondary rate limit' },
          headers: { 'retry-after': '1' },
        },
        times: 1,
        told: null,
      },
      {
        name: '409',
        fault: { status: 409, body: { message: 'Conflict with another' } },
        times: 9,
        told: /Conflict with another/,
      },
      {
        name: '422',
        fault: { status: 422, body: { message: 'Validation of it failed' } },
        times: 9,
        told: /Validation of it failed/,
      },
      {
        name: 'an answer of another shape',
        fault: { status: 201, body: { hello: 'world' } },
        times: 9,
        told: /answer/i,
      },
    ]

    test(`${kind}: whatever it answers while publishing, the end is true, nothing is lost and nothing twice`, async ({
      assert,
      cleanup,
    }) => {
      const ends = faults.map(async ({ name, fault, times, told }) => {
        const its = await scene(kind)
        cleanup(() => its.under.close())
        its.under.server.fail(opening, fault, times)
        const workflow = await untilWorkflow(its.teamId, await its.start())
        const why = `${name}: ${workflow.outcomeReason}`
        assert.equal(workflow.outcome, 'verified', why)
        const head = its.under.standIn.git.git('ada/clock', 'rev-parse', workflow.branch!)
        assert.equal(head, workflow.pushedCommit, why)
        assert.isTrue(workflow.artifacts.some((artifact) => artifact.kind === 'patch'))
        const host = openWith(its.under, its.under.addToken('ada'))
        const repository = await host.repository({ path: 'ada/clock' })
        if (told) {
          assert.match(workflow.outcomeReason!, /The branch is pushed, but the host refused more/, why)
          assert.match(workflow.outcomeReason!, told, why)
          assert.isNull(workflow.changeRequest, why)
        } else {
          const { headCommit } = await host.changeRequest(repository, workflow.changeRequest!.number)
          assert.equal(headCommit, head, why)
        }
        const beyond = (workflow.changeRequest?.number ?? 0) + 1
        await assert.rejects(() => host.changeRequest(repository, beyond))
      })
      await Promise.all(ends)
    })
  }

  test('a branch that somebody else has made meanwhile is left, and the next free one is taken', async ({
    assert,
    cleanup,
  }) => {
    const its = await scene('github', 'ada/clock', approved)
    cleanup(() => its.under.close())
    const { git } = its.under.standIn
    let foreign = ''
    const workflow = await leaving(its, () => {
      foreign = its.under.commit('ada/clock', 'feature/ia-task-1', { 'NOTES.md': 'Mine.\n' })
      its.under.commit('ada/clock', 'feature/ia-task-4', { 'NOTES.md': 'Mine, too.\n' })
    })
    assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
    assert.equal(workflow.branch, 'feature/ia-task-5')
    assert.equal(git.git('ada/clock', 'rev-parse', 'feature/ia-task-5'), workflow.pushedCommit)
    assert.equal(git.git('ada/clock', 'rev-parse', 'feature/ia-task-1'), foreign)
    const next = await untilWorkflow(its.teamId, await its.start(), () => true)
    assert.equal(next.number, 6)
  })

  test('a branch that a worker had written down before it was killed is the one that is pushed', async ({
    assert,
    cleanup,
  }) => {
    const its = await scene('gitlab', 'ada/clock', approved)
    cleanup(() => its.under.close())
    const workflow = await leaving(its, async (id) => {
      await withTeam(its.teamId, (trx) =>
        trx.from('workflows').where('id', id).update({ branch: 'feature/ia-task-9' })
      )
    })
    assert.equal(workflow.branch, 'feature/ia-task-9')
    const branches = its.under.standIn.git.git('ada/clock', 'branch', '--format=%(refname:short)')
    assert.sameMembers(branches.split('\n'), ['größe/haupt', 'feature/ia-task-9'])
  })

  test('a branch that is protected is told, and the change is kept', async ({ assert, cleanup }) => {
    const its = await scene('gitlab')
    cleanup(() => its.under.close())
    its.under.protect('ada/clock', 'feature/ia-task-1')
    const workflow = await untilWorkflow(its.teamId, await its.start())
    assert.equal(workflow.outcome, 'failed')
    assert.match(workflow.outcomeReason!, /could not be pushed: .*protected.*git am/)
    assert.isTrue(workflow.artifacts.some(({ kind }) => kind === 'patch'))
  })

  test('a token that is revoked meanwhile is told, with what to do', async ({ assert, cleanup }) => {
    const its = await scene('github', 'ada/clock', approved)
    cleanup(() => its.under.close())
    const { standIn } = its.under
    const workflow = await leaving(its, () => {
      standIn.oauth.grants.clear()
    })
    assert.equal(workflow.outcome, 'failed')
    assert.match(workflow.outcomeReason!, /token of the connected account.*reconnect/)
  })

  test('a repository that is gone meanwhile is told', async ({ assert, cleanup }) => {
    const its = await scene('gitlab', 'ada/clock', approved)
    cleanup(() => its.under.close())
    const { standIn } = its.under
    const workflow = await leaving(its, () => {
      if ('projects' in standIn) standIn.projects.length = 0
    })
    assert.equal(workflow.outcome, 'failed')
    assert.match(workflow.outcomeReason!, /not found|moved, removed|does not exist|no repository/i)
  })
})
