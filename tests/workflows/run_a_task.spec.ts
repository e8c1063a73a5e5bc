import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { runningSystem, untilWorkflow } from '#tests/support/running_system'
import { aSampleProject, aTeam } from '#tests/support/team'
import CancelWorkflow from '#workflows/actions/cancel_workflow'
import CreateWorkflow from '#workflows/actions/create_workflow'
import RerunWorkflow from '#workflows/actions/rerun_workflow'
import { listEvents } from '#workflows/queries/list_events'
import { showArtifact } from '#workflows/queries/show_artifact'

const git = (remote: string, ...args: string[]) =>
  execFileSync('git', ['-C', remote, ...args])
    .toString()
    .trim()

async function start(task: string) {
  const team = await aTeam()
  const project = await aSampleProject(team)
  const created = await new CreateWorkflow().execute({
    teamId: team.teamId,
    userId: team.user.id,
    projectId: project.id,
    task,
  })
  if (!created.ok) throw new Error(created.error)
  return { ...team, project, id: created.value.id }
}

test.group('A task on the sample repository', (group) => {
  group.setup(runningSystem)

  test('ends verified, with a branch on the real remote and the proof stored', async ({ assert }) => {
    const { teamId, id, project } = await start('Add characterization tests for everything that is untested')
    const workflow = await untilWorkflow(teamId, id)

    assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
    assert.equal(workflow.branch, 'feature/ia-task-1')
    assert.equal(git(project.remote, 'rev-parse', 'refs/heads/feature/ia-task-1'), workflow.pushedCommit)
    assert.equal(git(project.remote, 'rev-parse', 'feature/ia-task-1^'), workflow.baseCommit)
    assert.include(git(project.remote, 'log', '-1', '--format=%B', 'feature/ia-task-1'), `/workflows/${id}`)
    const verdict = JSON.parse((await showArtifact(teamId, id, 'verdict')).body.toString())
    assert.equal(verdict.ruling, 'green')
    assert.isAbove(verdict.report.passed, verdict.base.report.passed)
    assert.isAbove(verdict.coverage.after.pct, verdict.coverage.before.pct)
  })

  test('numbers its events without a gap', async ({ assert }) => {
    const { teamId, id } = await start('remove unused imports')
    const { lastSeq } = await untilWorkflow(teamId, id)
    const seen: number[] = []
    while (seen.length < lastSeq) {
      const { events } = await listEvents(teamId, id, seen.at(-1) ?? 0)
      assert.isNotEmpty(events)
      seen.push(...events.map((event) => event.seq))
    }
    assert.deepEqual(
      seen,
      Array.from({ length: lastSeq }, (_, index) => index + 1)
    )
  })

  test('is refused when no recipe fits and no model key is there, and says what would help', async ({
    assert,
  }) => {
    const { teamId, id, project } = await start('Port the whole library to Rust and publish it')
    const workflow = await untilWorkflow(teamId, id)
    assert.equal(workflow.outcome, 'refused')
    assert.include(workflow.outcomeReason!, 'OPENAI_API_KEY')
    assert.equal(git(project.remote, 'branch', '--list', 'feature/*'), '')
  })

  test('is stopped when somebody cancels', async ({ assert }) => {
    const { teamId, id } = await start('Add characterization tests for everything that is untested')
    await untilWorkflow(teamId, id, ({ steps }) =>
      steps.some((step) => step.name === 'generate' && step.status === 'running')
    )
    const asked = Date.now()
    await new CancelWorkflow().execute({ teamId, workflowId: id })
    const workflow = await untilWorkflow(teamId, id)
    assert.equal(workflow.outcome, 'cancelled')
    assert.isBelow(Date.now() - asked, 20_000)
  })

  test('runs again from a step with the earlier results, on a branch of its own', async ({ assert }) => {
    const first = await start('remove unused imports')
    const before = await untilWorkflow(first.teamId, first.id)
    const again = await new RerunWorkflow().execute({
      teamId: first.teamId,
      userId: first.user.id,
      workflowId: first.id,
      from: 'test',
      idempotencyKey: randomUUID(),
    })
    if (!again.ok) throw new Error(again.error)
    const workflow = await untilWorkflow(first.teamId, again.value.id)
    assert.equal(workflow.outcome, before.outcome)
    assert.equal(workflow.baseCommit, before.baseCommit)
    assert.equal(workflow.parent?.id, first.id)
    assert.deepEqual(
      workflow.steps.map((step) => [step.name, step.reused]),
      [
        ['analyze', true],
        ['plan', true],
        ['generate', true],
        ['test', false],
        ['publish', false],
      ]
    )
    assert.deepEqual(git(first.project.remote, 'branch', '--list', 'feature/*').split(/\s+/), [
      'feature/ia-task-1',
      'feature/ia-task-2',
    ])
  })
})
