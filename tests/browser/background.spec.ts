import { test } from '@japa/runner'
import { aPersonWithProject, runTask } from '#tests/support/pages'
import { runningSystem } from '#tests/support/running_system'

const TABS = 8

/** A browser without a window takes every tab for a visible one. */
const seenAs = (state: 'visible' | 'hidden') =>
  `Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' })`

test.group('Many tabs', (group) => {
  group.setup(runningSystem)

  test('in the background leave the server to the one in front, and catch up when they are seen', async ({
    browserContext,
    visit,
    assert,
  }) => {
    await aPersonWithProject(browserContext)
    const front = await visit('/dashboard')
    const hidden = []
    for (let tab = 0; tab < TABS; tab++) {
      const page = await browserContext.newPage()
      await page.addInitScript({ content: seenAs('hidden') })
      await page.goto(front.url())
      await page.getByRole('heading', { name: 'Dashboard' }).waitFor()
      hidden.push(page)
    }
    await runTask(front, 'Build a spaceship')
    await front.getByText('Refused', { exact: true }).first().waitFor({ timeout: 60_000 })

    const last = hidden.at(-1)!
    assert.equal(await last.getByRole('link', { name: 'Build a spaceship' }).count(), 0)
    await last.evaluate(`${seenAs('visible')}; document.dispatchEvent(new Event('visibilitychange'))`)
    await last.getByRole('link', { name: 'Build a spaceship' }).waitFor()
  })
})
