import type { ChildProcess } from 'node:child_process'
import { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { recordUsage } from '#llm/actions/record_usage'
import { anotherWorkflow, aUsage, placeIn } from '#tests/support/llm'
import { aPersonWithProject, complaintsOf, confirmWithPassword } from '#tests/support/pages'
import { startEngine, stopProcess } from '#tests/support/running_system'

const usage = { prompt_tokens: 20, completion_tokens: 2, total_tokens: 22 }

/** A benchmark that has ended, with what three models came to. */
async function anEndedBenchmark(teamId: string) {
  const models = ['gpt-6-luna', 'gpt-6-sol', 'anthropic:claude-opus-5-5']
  const place = await placeIn(teamId)
  const sources = [place, await anotherWorkflow(teamId, place.projectId)]
  await withTeam(teamId, async (trx) => {
    const [{ id }] = await trx
      .table('benchmarks')
      .insert({ team_id: teamId, models, tasks: 2 })
      .returning('id')
    const [verdict] = await trx
      .table('workflow_artifacts')
      .insert({
        team_id: teamId,
        workflow_id: place.workflowId,
        step_id: place.stepId,
        kind: 'verdict',
        media_type: 'application/json',
        sha256: Buffer.alloc(32),
        size: 2,
        body: Buffer.from('{}'),
      })
      .returning('id')
    for (const [index, model] of models.entries()) {
      for (const part of [0, 1]) {
        const outcome = part + index > 0 ? 'verified' : 'stuck'
        const [{ id: workflowId }] = await trx
          .table('workflows')
          .insert({
            team_id: teamId,
            project_id: place.projectId,
            number: 100 + index * 2 + part,
            task: 'a task',
            status: 'finished',
            outcome,
            verdict_id: outcome === 'verified' ? verdict.id : null,
            cost_micros: 40_000 * 4 ** index,
            started_at: new Date(Date.now() - 90_000),
            finished_at: new Date(),
          })
          .returning('id')
        await trx.table('benchmark_runs').insert({
          workflow_id: workflowId,
          team_id: teamId,
          benchmark_id: id,
          source_id: sources[part]!.workflowId,
          model,
        })
      }
    }
  })
  return place
}

test.group('Pages of models', (group) => {
  let engine: ChildProcess
  let mock: LLMock

  group.setup(async () => {
    mock = new LLMock({ port: 0, host: '127.0.0.1' })
    await mock.start()
    mock.on({ endpoint: 'chat' }, { content: 'ready', usage })
    engine = await startEngine({
      ENGINE_PRIVATE_ADDRESSES: 'true',
      OPENAI_API_KEY: 'sk-canary',
      OPENAI_BASE_URL: `${mock.url}/v1`,
    })
    return async () => {
      await stopProcess(engine)
      await mock.stop()
    }
  })

  test('a key is added and removed, the policy is changed and brought back', async ({
    visit,
    browserContext,
    assert,
  }) => {
    await aPersonWithProject(browserContext)
    const page = await visit('/settings/models')
    const complaints = complaintsOf(page)
    await page.getByText('No keys of your own').waitFor()
    await page.getByLabel('Provider', { exact: true }).selectOption('openai-compatible')
    await page.getByLabel('Address').fill(`${mock.url}/v1`)
    await page.getByLabel('Key (optional)', { exact: true }).fill('sk-browser-canary-9876')
    await page.getByLabel('Models, cheapest first').fill('their-model')
    await page.getByRole('button', { name: 'Try and save' }).click()
    await confirmWithPassword(page)
    await page.getByText('…9876').waitFor()
    assert.notInclude(await page.content(), 'canary')

    await page.getByRole('button', { name: 'Move openai-compatible:their-model up' }).click()
    await page.getByRole('button', { name: 'Save policy' }).click()
    await page.getByText('Version 1', { exact: true }).waitFor()
    await page.getByLabel('when it declines').uncheck()
    await page.getByRole('button', { name: 'Save policy' }).click()
    await page.getByText('Version 2', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Bring version 1 back' }).click()
    await page.getByText('brought back from version 1').waitFor()

    await page.getByLabel('Only models on our own machines').check()
    await page.getByRole('button', { name: 'Save data policy' }).click()
    await page.getByText('It holds from the next call on.').first().waitFor()

    await page.getByRole('button', { name: 'Remove the key for OpenAI-compatible server' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove key' }).click()
    await page.getByText('No keys of your own').waitFor()
    assert.deepEqual(complaints, [])
  })

  test('budgets are set in dollars and shown as bars', async ({ visit, browserContext, assert }) => {
    const { teamId } = await aPersonWithProject(browserContext)
    const place = await placeIn(teamId)
    await recordUsage(place, aUsage({ costMicros: 4_200_000 }))
    const page = await visit('/settings/budgets')
    const complaints = complaintsOf(page)
    await page.getByRole('spinbutton', { name: 'The team, a month' }).fill('5')
    await page.getByRole('button', { name: 'Save: The team, a month' }).click()
    await page.getByText('Nearly used up').waitFor()
    await page.getByRole('progressbar').first().waitFor()
    assert.deepEqual(complaints, [])
  })

  test('a project gets a budget, an order and a data policy of its own, and follows the team again', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await visit(`/projects/${project.id}/edit`)
    const complaints = complaintsOf(page)
    await page.getByRole('link', { name: 'Models and budget' }).click()
    await page.getByText('As for the team. Saving makes an order of this project’s own.').waitFor()
    await page.getByRole('spinbutton', { name: 'The project, a month' }).fill('20')
    await page.getByRole('button', { name: 'Save: The project, a month' }).click()
    await page.getByRole('progressbar').first().waitFor()

    await page.getByLabel('Give kept answers again').check()
    await page.getByRole('button', { name: 'Save policy' }).click()
    await page.getByText('This project has its own order, version 1.').waitFor()
    await page.getByRole('button', { name: 'Follow the team' }).click()
    await page.getByText('As the team ·').waitFor()
    await page.getByRole('button', { name: 'Bring version 1 back' }).click()
    await page.getByText('This project has its own order, version 3.').waitFor()

    await page.getByLabel('Only models on our own machines').check()
    await page.getByRole('button', { name: 'Save data policy' }).click()
    await confirmWithPassword(page)
    await page.getByText('This project’s own policy.').waitFor()
    assert.deepEqual(complaints, [])
  })

  test('a benchmark shows its front and changes the policy in one click', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const { teamId } = await aPersonWithProject(browserContext)
    const place = await anEndedBenchmark(teamId)
    await recordUsage({ ...place, attempt: 1 }, aUsage())
    const page = await visit('/models')
    const complaints = complaintsOf(page)
    await page.getByRole('heading', { name: 'Writing the change' }).waitFor()
    await page.getByRole('img', { name: /gpt-6-luna: 50 % verified at \$0\.04 a task/ }).waitFor()
    await page.getByText('gpt-6-luna → gpt-6-sol.').waitFor()
    await page.getByRole('button', { name: 'Use this order' }).click()
    await page.getByText('Policy saved as version 1').first().waitFor()
    await page.getByRole('button', { name: 'Run benchmark' }).click()
    await page.getByText('No task of your team was done by a model yet').waitFor()
    assert.deepEqual(complaints, [])
  })
})
