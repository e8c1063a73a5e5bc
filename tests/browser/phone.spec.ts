import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { withTeam } from '#accounts/services/tenancy'
import { aPersonWithProject, complaintsOf, outcome, runTask } from '#tests/support/pages'
import { runningSystem } from '#tests/support/running_system'

const sideways = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

test.group('On a phone', (group) => {
  group.setup(runningSystem)

  test('a task is run, and no page scrolls sideways', async ({ visit, browserContext, assert }) => {
    const { teamId, project } = await aPersonWithProject(browserContext)
    const longName = 'مشروع-باسم-طويل-جدا-من-خمسين-حرفا-بلا-أي-مسافة-بينها'
    await withTeam(teamId, (trx) => trx.from('projects').where('id', project.id).update({ name: longName }))
    const page = await visit('/dashboard')
    await page.setViewportSize({ width: 390, height: 844 })
    const complaints = complaintsOf(page)
    await page.getByRole('button', { name: 'Open the menu' }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Projects' }).click()
    await page.getByRole('link', { name: longName }).click()
    await runTask(page, 'Remove unused imports')
    await outcome(page, 'Verified').waitFor({ timeout: 60_000 })

    const wide: string[] = []
    for (const tab of ['Log', 'Plan', 'Diff', 'Verdict', 'Details']) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tab', { name: tab, selected: true }).waitFor()
      if ((await sideways(page)) > 0) wide.push(tab)
    }
    for (const path of [
      '/',
      '/dashboard',
      '/projects',
      '/projects/create',
      '/workflows',
      '/settings/tokens',
    ]) {
      await page.goto(new URL(path, page.url()).href)
      await page.getByRole('heading', { level: 1 }).waitFor()
      if ((await sideways(page)) > 0) wide.push(path)
    }
    assert.deepEqual(wide, [])
    assert.deepEqual(complaints, [])
  })
})
