import type { LLMock } from '@copilotkit/aimock'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { aPersonWithProject, complaintsOf, outcome, runTask } from '#tests/support/pages'
import { startWorker, stopProcess } from '#tests/support/running_system'
import {
  agentRequests,
  answersOf,
  fillRemote,
  scriptedEngine,
  scriptedTask,
} from '#tests/support/scripted_tasks'

const sideways = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

test.group('An agent at work', (group) => {
  let mock: LLMock
  group.setup(async () => {
    const scripted = await scriptedEngine()
    mock = scripted.mock
    const stopWorker = await startWorker()
    return async () => {
      await stopWorker()
      await stopProcess(scripted.engine)
      await mock.stop()
    }
  })
  group.each.timeout(180_000)

  test('takes an edited plan, hears what is said, and can be replayed and compared', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const task = await scriptedTask('discount')
    answersOf(mock, task, 1_200)
    const { project } = await aPersonWithProject(browserContext)
    await fillRemote(project.remote, task.files)
    const page = await visit(`/projects/${project.id}/edit`)
    const complaints = complaintsOf(page)
    await page.getByLabel('A person approves the plan').check()
    await page.getByLabel('Unless it is estimated').fill('0')
    await page.getByRole('button', { name: 'Save settings' }).click()
    await page.getByText('Project saved.').first().waitFor()

    await runTask(page, task.task)
    await outcome(page, 'Needs you').waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Edit plan' }).click()
    await page.getByRole('textbox', { name: 'Steps' }).fill('Add the parameter\nRound to whole cents')
    await page.getByRole('button', { name: 'Save plan' }).click()
    await page.getByText('Round to whole cents').waitFor()
    await page.getByRole('button', { name: 'Approve plan' }).last().click()

    await page.getByRole('tab', { name: 'Log' }).click()
    await page.getByText('Writes tests: test/price_today.test.js').first().waitFor({ timeout: 60_000 })
    await page.locator('body').press('m')
    await page.locator('textarea:focus').fill('Round half up')
    await page.locator('textarea:focus').press('Enter')
    await page.getByText('Heard', { exact: true }).waitFor({ timeout: 60_000 })
    await outcome(page, 'Verified').waitFor({ timeout: 90_000 })
    const asked = agentRequests(mock)
    assert.include(asked[0]!.text, 'Round to whole cents')
    assert.include(asked.at(-1)!.text, 'Round half up')

    await page.getByRole('tab', { name: 'Verdict' }).click()
    await page.getByText('Strong proof', { exact: true }).waitFor()
    await page.getByText('Before the change the tests noticed 0 of').waitFor()

    await page.getByRole('tab', { name: 'Details' }).click()
    await page.locator('li button[aria-expanded]', { hasText: 'gpt-6-luna' }).first().click()
    await page.getByRole('heading', { name: 'Answered', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Replay from question 2' }).click()
    await page.getByText('The answer before it is taken from the record at no cost').waitFor()
    const words = page.getByRole('textbox', { name: /^Words/ }).last()
    await words.fill(`${await words.inputValue()}\nRound half up.`)
    await page.getByText('The question is changed.').waitFor()
    await page.getByRole('button', { name: 'Start replay' }).click()
    await page.getByRole('link', { name: 'compare' }).waitFor({ timeout: 30_000 })
    await outcome(page, 'Verified').waitFor({ timeout: 90_000 })
    assert.include(agentRequests(mock)[asked.length]!.text, 'Round half up.')
    await page.getByRole('link', { name: 'compare' }).click()
    await page.getByText('The first question is the same; then they part.').waitFor()
    await page.getByText('Both come to the very same change.').waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    assert.isAtMost(await sideways(page), 0)
    assert.deepEqual(complaints, [])
  })
})
