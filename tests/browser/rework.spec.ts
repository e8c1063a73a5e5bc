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

const before = '  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)'
const after = '  return year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0)'

test.group('A change that was pushed', (group) => {
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
  group.each.timeout(300_000)

  test('goes back with a sentence from its page, and comes again', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const leap = await scriptedTask('leap')
    const again: (typeof leap.attempts)[number] = [
      [['edit', { action: 'replace', path: 'leap.js', search: before, replace: after }]],
      [['run_tests', { reason: 'The rule is written' }]],
      [['finish', { summary: 'isLeap says its rule in another way.' }]],
    ]
    answersOf(mock, { ...leap, attempts: [...leap.attempts, again] })
    const { project } = await aPersonWithProject(browserContext)
    await fillRemote(project.remote, leap.files)
    const page = await visit(`/projects/${project.id}`)
    const complaints = complaintsOf(page)
    await runTask(page, leap.task)
    await outcome(page, 'Verified').waitFor({ timeout: 120_000 })
    await page.getByRole('button', { name: 'Request changes' }).click()
    await page.getByLabel('What should be different?').fill('Say the rare case first.')
    await page.setViewportSize({ width: 390, height: 844 })
    assert.isAtMost(await sideways(page), 0)
    await page.getByRole('button', { name: 'Send back' }).click()
    await outcome(page, 'Verified').waitFor({ state: 'hidden', timeout: 60_000 })
    await outcome(page, 'Verified').waitFor({ timeout: 120_000 })
    assert.include(agentRequests(mock).at(-1)!.text, 'Say the rare case first.')
    await page.getByText('feature/ia-task-1').first().waitFor()
    assert.isAtMost(await sideways(page), 0)
    assert.deepEqual(complaints, [])
  })
})
