import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { LLMock } from '@copilotkit/aimock'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { startEngine, stopProcess, untilWorkflow } from '#tests/support/running_system'
import {
  answersOf,
  fillRemote,
  type ScriptedTask,
  scriptedTask,
  scriptedTaskNames,
} from '#tests/support/scripted_tasks'
import { aSampleProject, aTeam } from '#tests/support/team'
import { showArtifact } from '#workflows/queries/show_artifact'
import { startWorker } from '#workflows/services/worker'
import type { Verdict } from '#workflows/verification/verdict'

const names = await scriptedTaskNames()
const mock = new LLMock({ port: 0, host: '127.0.0.1' })

/** As a person does: from the form to the branch. */
async function solve(client: ApiClient, { task, files }: ScriptedTask) {
  const team = await aTeam()
  const project = await aSampleProject(team)
  await fillRemote(project.remote, files)
  const started = await client
    .post('/workflows')
    .withCsrfToken()
    .loginAs(team.user)
    .redirects(0)
    .form({ projectId: project.id, task, formToken: randomUUID() })
  const id = started.header('location')!.split('/').at(-1)!
  return { ...team, project, workflow: await untilWorkflow(team.teamId, id) }
}

test.group('A scripted task', (group) => {
  group.setup(async () => {
    await mock.start()
    const engine = await startEngine({
      OPENAI_API_KEY: 'sk-of-the-test',
      OPENAI_BASE_URL: `${mock.url}/v1`,
      AGENTOPS_MODELS: 'gpt-6-luna,gpt-6-sol',
    })
    const stopWorker = await startWorker()
    return async () => {
      await stopWorker()
      await stopProcess(engine)
      await mock.stop()
    }
  })

  test('is solved through the whole product: {$self}')
    .with(names)
    .run(async ({ client, assert }, name) => {
      const scripted = await scriptedTask(name)
      answersOf(mock, scripted)
      mock.clearRequests()
      const { workflow, project, teamId } = await solve(client, scripted)
      assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
      const git = (...args: string[]) => execFileSync('git', ['-C', project.remote, ...args]).toString()
      const changed = git(
        'diff',
        '--name-only',
        '--no-renames',
        '--diff-filter=d',
        'main',
        'feature/ia-task-1'
      )
      assert.deepEqual(changed.trim().split('\n'), scripted.changed)
      const generated = workflow.steps.filter((step) => step.name === 'generate')
      assert.lengthOf(generated, scripted.attempts.length)
      const agent = mock.getRequests().filter(({ body }) => (body as { tools?: object[] }).tools?.length)
      for (const [index, text] of scripted.sees ?? [])
        assert.include(JSON.stringify(agent[index]!.body), text)
      if (!scripted.strength) return
      const verdict: Verdict = JSON.parse(
        (await showArtifact(teamId, workflow.id, 'verdict')).body.toString()
      )
      assert.equal(verdict.strengthBefore?.grade, scripted.strength.before)
      assert.equal(verdict.strength?.grade, scripted.strength.after)
      assert.lengthOf(
        verdict.newTests?.filter(({ redBefore }) => redBefore) ?? [],
        scripted.strength.redBefore
      )
      assert.include(verdict.proof, 'mistakes planted around the change')
      assert.isTrue(verdict.proposedTests?.some(({ state }) => state === 'proves'))
      assert.isEmpty(verdict.proposedTests?.filter(({ state }) => state === 'missing'))
    })
    .timeout(120_000)
})
