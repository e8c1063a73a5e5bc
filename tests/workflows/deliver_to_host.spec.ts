import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import type { HostKind } from '#projects/git/host_contract'
import { assertProblem, aToken } from '#tests/support/api'
import { connectedProject } from '#tests/support/hosts/connected_project'
import { type HostUnderTest, hostUnderTest, openWith } from '#tests/support/hosts/host_under_test'
import { runningSystem, untilWorkflow } from '#tests/support/running_system'
import { until } from '#tests/support/system/until'
import { aMember, aTeam, type Team } from '#tests/support/team'
import AnswerIssue from '#workflows/actions/answer_issue'
import CreateWorkflow from '#workflows/actions/create_workflow'
import ResumeStep from '#workflows/actions/resume_step'
import { listWorkflows } from '#workflows/queries/list_workflows'
import { showArtifact } from '#workflows/queries/show_artifact'

const path = 'ada/clock'
const files = {
  'package.json': JSON.stringify({ name: 'clock', type: 'module', scripts: { test: 'node --test' } }),
  'clock.js': `import { readFile } from 'node:fs/promises'\n\nexport function tick(count) {\n  return count + 1\n}\n`,
  'clock.test.js': `import assert from 'node:assert'\nimport { test } from 'node:test'\nimport { tick } from './clock.js'\n\ntest('ticks', () => assert.equal(tick(1), 2))\n`,
}

interface Scene extends Team {
  under: HostUnderTest
  projectId: string
}

async function scene(kind: HostKind, settings: object = {}): Promise<Scene> {
  const under = await hostUnderTest(kind)
  under.addRepository(path, { files, defaultBranch: 'trunk' })
  const team = await aTeam()
  const { projectId } = await connectedProject(team, under, path)
  if (Object.keys(settings).length > 0) {
    await withTeam(team.teamId, (trx) => trx.from('projects').where('id', projectId).update(settings))
  }
  return { ...team, under, projectId }
}

async function start({ teamId, user, projectId }: Scene) {
  const task = 'remove unused imports'
  const created = await new CreateWorkflow().execute({ teamId, projectId, userId: user.id, task })
  if (!created.ok) throw new Error(created.error)
  return created.value.id
}

/** Waits until the workflow follows the pipeline of what it has pushed. */
async function following({ teamId }: Scene, id: string) {
  const workflow = await untilWorkflow(teamId, id, ({ status, steps }) => {
    const waits = steps.some((step) => step.name === 'pipeline' && step.status === 'waiting')
    return waits || status === 'finished'
  })
  if (!workflow.pushedCommit) throw new Error(workflow.outcomeReason ?? 'nothing was pushed')
  return workflow.pushedCommit
}

const wake = ({ teamId }: Scene, workflowId: string) =>
  new ResumeStep().execute({ teamId, workflowId, step: 'pipeline', attempt: 1 })

for (const kind of ['github', 'gitlab'] as const) {
  test.group(`Delivery to ${kind}`, (group) => {
    group.setup(runningSystem)

    test('opens one change request with its proof, and ends verified when the pipeline is green', async ({
      assert,
      cleanup,
    }) => {
      const its = await scene(kind)
      cleanup(() => its.under.close())
      const id = await start(its)
      const commit = await following(its, id)
      const job = its.under.addJob(path, commit, 'test')
      await wake(its, id)
      its.under.finishJob(path, job, 'success')
      await wake(its, id)
      const workflow = await untilWorkflow(its.teamId, id)
      assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
      assert.equal(workflow.changeRequest?.kind, kind === 'github' ? 'Pull' : 'Merge')
      const { number } = workflow.changeRequest!
      const host = openWith(its.under, its.under.addToken('ada'))
      const repository = await host.repository({ path })
      const request = await host.changeRequest(repository, number)
      assert.equal(request.targetBranch, 'trunk')
      assert.equal(request.headCommit, commit)
      assert.include(request.body, 'Verified by the project’s own tests')
      assert.include(request.body, `/workflows/${id}`)
      const comments = its.under.commentsOn(path, 'change_request', number)
      assert.lengthOf(comments, 1, 'one comment, edited in place')
      assert.include(comments[0]!.body, 'The pipeline passed')
      const record = JSON.parse((await showArtifact(its.teamId, id, 'pipeline')).body.toString())
      assert.equal(record.state, 'success')
    })

    test('says that it is not ours when the job failed before, and stays verified', async ({
      assert,
      cleanup,
    }) => {
      const its = await scene(kind)
      cleanup(() => its.under.close())
      const id = await start(its)
      const commit = await following(its, id)
      const { baseCommit } = await untilWorkflow(its.teamId, id, () => true)
      its.under.finishJob(path, its.under.addJob(path, baseCommit!, 'lint'), 'failed', 'bad style')
      its.under.finishJob(path, its.under.addJob(path, commit, 'lint'), 'failed', 'bad style')
      await wake(its, id)
      const workflow = await untilWorkflow(its.teamId, id)
      assert.equal(workflow.outcome, 'verified')
      assert.match(workflow.outcomeReason!, /lint \(it fails at the commit the change is based on, too\)/)
    })

    test('has a flaky job run once more', async ({ assert, cleanup }) => {
      const its = await scene(kind)
      cleanup(() => its.under.close())
      const id = await start(its)
      const commit = await following(its, id)
      const job = its.under.addJob(path, commit, 'test')
      its.under.finishJob(path, job, 'failed', 'npm error code ECONNRESET\n')
      await wake(its, id)
      const retried = await until('the retry', async () => {
        const { steps } = await untilWorkflow(its.teamId, id, () => true)
        const step = steps.find(({ name }) => name === 'pipeline')!
        const host = openWith(its.under, its.under.addToken('ada'))
        const found = await host.pipeline(await host.repository({ path }), commit)
        return step.status === 'waiting' && found!.state !== 'failed' ? found : null
      })
      its.under.finishJob(path, Number(retried.jobs[0]!.id), 'success')
      await wake(its, id)
      assert.equal((await untilWorkflow(its.teamId, id)).outcome, 'verified')
    })

    test('does not call it verified when the pipeline is red and it may be ours', async ({
      assert,
      cleanup,
    }) => {
      const its = await scene(kind)
      cleanup(() => its.under.close())
      const id = await start(its)
      const commit = await following(its, id)
      its.under.finishJob(path, its.under.addJob(path, commit, 'test'), 'failed', 'not ok 1 - ticks\n')
      await wake(its, id)
      const workflow = await untilWorkflow(its.teamId, id)
      assert.equal(workflow.outcome, 'unverified')
      assert.match(workflow.outcomeReason!, /The pipeline failed: test/)
    })

    test('can be cancelled while it waits for the pipeline', async ({ assert, cleanup }) => {
      const its = await scene(kind)
      cleanup(() => its.under.close())
      const id = await start(its)
      await following(its, id)
      const { default: CancelWorkflow } = await import('#workflows/actions/cancel_workflow')
      await new CancelWorkflow().execute({ teamId: its.teamId, workflowId: id })
      assert.equal((await untilWorkflow(its.teamId, id)).outcome, 'cancelled')
    })

    test('opens nothing where the project does not want it', async ({ assert, cleanup }) => {
      const its = await scene(kind, { opens_change_request: false, follows_pipeline: false })
      cleanup(() => its.under.close())
      const workflow = await untilWorkflow(its.teamId, await start(its))
      assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
      assert.isNull(workflow.changeRequest)
    })
  })
}

test.group('A change that a person lets leave', (group) => {
  group.setup(runningSystem)

  async function untilItWaits(its: Scene, id: string) {
    const workflow = await untilWorkflow(
      its.teamId,
      id,
      ({ status }) => status === 'waiting' || status === 'finished'
    )
    if (workflow.status !== 'waiting') throw new Error(workflow.outcomeReason ?? '')
    return workflow
  }

  test('is pushed when they have said so, and not before', async ({ client, assert, cleanup }) => {
    const its = await scene('gitlab', { requires_publish_approval: true, follows_pipeline: false })
    cleanup(() => its.under.close())
    const id = await start(its)
    const waiting = await untilItWaits(its, id)
    assert.isNull(waiting.pushedCommit)
    const viewer = await aMember(its.teamId, 'viewer')
    const { token } = await aToken({ teamId: its.teamId, user: viewer })
    const refused = await client
      .post(`/api/workflows/${id}/approval`)
      .header('authorization', `Bearer ${token}`)
    assertProblem(assert, refused, 403)
    await client.post(`/workflows/${id}/approval`).loginAs(its.user).withCsrfToken().redirects(0)
    const workflow = await untilWorkflow(its.teamId, id)
    assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
    assert.isNotNull(workflow.changeRequest)
  })

  test('says that a recipe cannot be asked for something else', async ({ client, assert, cleanup }) => {
    const its = await scene('github', { requires_publish_approval: true })
    cleanup(() => its.under.close())
    const id = await start(its)
    await untilItWaits(its, id)
    const { token } = await aToken(its)
    const answer = await client
      .post(`/api/workflows/${id}/requested_changes`)
      .header('authorization', `Bearer ${token}`)
      .json({ text: 'Use a shorter name.' })
    const problem = assertProblem(assert, answer, 409)
    assert.match(problem.detail, /recipe/)
  })
})

test.group('An issue at the host', (group) => {
  group.setup(runningSystem)

  const answer = (its: Scene, number: number, author: { id: string; login: string }, words = '') =>
    new AnswerIssue().execute({
      teamId: its.teamId,
      projectId: its.projectId,
      deliveryId: randomUUID(),
      subject: { kind: 'issue', number },
      author,
      words,
    })

  for (const kind of ['github', 'gitlab'] as const) {
    test(`starts a workflow at ${kind} for somebody who may write there, who is answered in one comment`, async ({
      assert,
      cleanup,
    }) => {
      const its = await scene(kind, { follows_pipeline: false })
      cleanup(() => its.under.close())
      const author = its.under.addMember(path, 'grace', 'write')
      const number = its.under.addIssue(path, 'remove unused imports', '')
      await answer(its, number, author)
      const { data } = await listWorkflows(its.teamId, { projectId: its.projectId, page: 1, perPage: 10 })
      assert.lengthOf(data, 1)
      const workflow = await untilWorkflow(its.teamId, data[0]!.id)
      assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
      const host = openWith(its.under, its.under.addToken('ada'))
      const request = await host.changeRequest(
        await host.repository({ path }),
        workflow.changeRequest!.number
      )
      assert.include(request.body, `Closes #${number}`)
      const comments = its.under.commentsOn(path, 'issue', number)
      assert.isAtMost(comments.length, 2)
      assert.include(comments.map(({ body }) => body).join('\n'), workflow.changeRequest!.url)
    })

    test(`starts nothing at ${kind} for somebody who may only read, and says so`, async ({
      assert,
      cleanup,
    }) => {
      const its = await scene(kind)
      cleanup(() => its.under.close())
      const author = its.under.addMember(path, 'mallory', 'read')
      const number = its.under.addIssue(path, 'remove unused imports', '')
      await answer(its, number, author)
      await answer(its, number, author)
      const { data } = await listWorkflows(its.teamId, { projectId: its.projectId, page: 1, perPage: 10 })
      assert.lengthOf(data, 0)
      const comments = its.under.commentsOn(path, 'issue', number)
      assert.lengthOf(comments, 1)
      assert.include(comments[0]!.body, 'may not push')
    })
  }
})
