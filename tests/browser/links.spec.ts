import { test } from '@japa/runner'
import { aPersonWithProject, complaintsOf, outcome, runTask } from '#tests/support/pages'
import { runningSystem } from '#tests/support/running_system'
import { until } from '#tests/support/system/until'

test.group('Addresses', (group) => {
  group.setup(runningSystem)

  test('lead to one line of a log, which a reload keeps', async ({ visit, browserContext }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await visit(`/projects/${project.id}`)
    await runTask(page, 'Remove unused imports')
    await outcome(page, 'Verified').waitFor({ timeout: 60_000 })

    await page.goto(`${page.url().split('?')[0]}?tab=log&step=test&line=9`)
    await page.locator('[data-line="9"][aria-current="true"]').waitFor()
    await page.locator('[data-line="12"]').click()
    await page.waitForURL(/line=12/)
    await page.reload()
    await page.locator('[data-line="12"][aria-current="true"]').waitFor()
  })

  test('that cannot be lead to a page that says so, or to the page without them', async ({
    visit,
    browserContext,
    assert,
  }) => {
    await aPersonWithProject(browserContext)
    const page = await visit('/workflows/00000000-0000-4000-8000-000000000000')
    const complaints = complaintsOf(page)
    await page.getByRole('heading', { level: 1, name: 'There is nothing at this address' }).waitFor()
    await until('its title', async () => (await page.title()) === 'Not found · AgentOps')

    await page.goto(new URL('/nope', page.url()).href)
    await page.getByRole('heading', { level: 1, name: 'There is nothing at this address' }).waitFor()

    for (const [asked, got] of [
      ['/workflows?outcome=nonsense', '/workflows'],
      ['/workflows?page=9', '/workflows?page=1'],
      ['/projects?page=0', '/projects'],
    ] as const) {
      await page.goto(new URL(asked, page.url()).href)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const { pathname, search } = new URL(page.url())
      assert.equal(pathname + search, got)
    }
    assert.deepEqual(complaints, [])
  })
})
