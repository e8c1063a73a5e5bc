import { test } from '@japa/runner'
import { aPersonWithProject, complaintsOf, outcome, runTask } from '#tests/support/pages'
import { runningSystem } from '#tests/support/running_system'
import { until } from '#tests/support/system/until'

test.group('A workflow under way', (group) => {
  group.setup(runningSystem)

  test('waits for the person who wants to approve plans, and goes on when told', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await visit(`/projects/${project.id}/edit`)
    const complaints = complaintsOf(page)
    await page.getByLabel('A person approves the plan').check()
    await page.getByRole('button', { name: 'Save settings' }).click()
    await page.getByText('Project saved.').first().waitFor()

    await runTask(page, 'Remove unused imports')
    await outcome(page, 'Needs you').waitFor({ timeout: 60_000 })
    await page.getByText('src/range.ts').first().waitFor()
    await until('its title', async () => /^Needs you · #1/.test(await page.title()))
    await page.getByRole('button', { name: 'Approve plan' }).last().click()
    await outcome(page, 'Verified').waitFor({ timeout: 60_000 })
    assert.deepEqual(complaints, [])
  })

  test('stops when it is cancelled, and says so', async ({ visit, browserContext, assert }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await visit(`/projects/${project.id}`)
    const complaints = complaintsOf(page)
    await runTask(page, 'Write characterization tests for everything untested')
    await page.getByText('Executing in the sandbox').first().waitFor({ timeout: 60_000 })

    await page.getByRole('button', { name: 'Cancel workflow' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Let it run' }).click()
    await page.getByRole('button', { name: 'Cancel workflow' }).click()
    const asked = Date.now()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel workflow' }).click()
    await outcome(page, 'Cancelled').waitFor({ timeout: 10_000 })
    assert.isBelow(Date.now() - asked, 30_000)
    await page.getByRole('button', { name: 'Retry' }).waitFor()
    await until('its title', async () => /^Cancelled · #1/.test(await page.title()))
    await page.locator('h1:focus').waitFor()
    assert.deepEqual(complaints, [])
  })

  test('is refused with the tasks that are possible, and a way to write another', async ({
    visit,
    browserContext,
  }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await visit(`/projects/${project.id}`)
    await runTask(page, 'Build a spaceship')
    await page.getByRole('heading', { name: 'Refused: nothing was changed' }).waitFor({ timeout: 60_000 })
    await page.getByText('OPENAI_API_KEY').first().waitFor()
    await page.getByRole('link', { name: 'Write another task' }).click()
    await page.getByLabel('Task').waitFor()
  })
})
