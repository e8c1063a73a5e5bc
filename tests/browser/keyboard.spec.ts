import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { aPersonWithProject, complaintsOf, focusedText, outcome } from '#tests/support/pages'
import { runningSystem } from '#tests/support/running_system'

async function tabTo(page: Page, wanted: string) {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    if ((await focusedText(page)).trim() === wanted) return
  }
  throw new Error(`30 times Tab did not lead to "${wanted}"`)
}

test.group('With the keyboard alone', (group) => {
  group.setup(runningSystem)

  test('a task is run and its workflow is read', async ({ visit, browserContext, assert }) => {
    await aPersonWithProject(browserContext)
    const page = await visit('/projects')
    const complaints = complaintsOf(page)
    await page.getByRole('heading', { name: 'Projects' }).waitFor()

    await page.keyboard.press('Tab')
    assert.equal(await focusedText(page), 'Skip to the page')
    await page.keyboard.press('Enter')
    await tabTo(page, 'duration-kit')
    await page.keyboard.press('Enter')
    await page.getByLabel('Task').waitFor()
    await page.locator('h1:focus').waitFor()

    await tabTo(page, 'Remove unused imports and dead exports')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Run task')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/workflows/*')
    await outcome(page, 'Verified').waitFor({ timeout: 60_000 })

    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('d')
    await page.getByRole('tab', { name: 'Diff', selected: true }).waitFor()
    await page.keyboard.press('v')
    await page.getByRole('tab', { name: 'Verdict', selected: true }).waitFor()
    await page.keyboard.press('k')
    await page.waitForURL(/step=generate/)
    await page.keyboard.press('j')
    await page.waitForURL(/step=test/)
    await page.keyboard.press('/')
    assert.equal(await focusedText(page), 'Search this log')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Re-run from a step' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // The dialog gives the focus back once it is gone, which is a moment after it cannot be found any more.
    await page.locator('button:focus', { hasText: 'Re-run from a step' }).waitFor({ timeout: 5000 })
    assert.deepEqual(complaints, [])
  })

  test('the first field that is wrong has the focus', async ({ visit, assert }) => {
    const page = await visit('/login')
    await page.getByLabel('Email').fill('nobody@example.test')
    await page.getByLabel('Password', { exact: true }).fill('wrong wrong')
    await page.keyboard.press('Enter')
    await page.getByText('The email or the password is wrong.').waitFor()
    const password = page.locator('input[name="password"]:focus')
    await password.waitFor()
    const [error] = (await password.getAttribute('aria-describedby'))!.split(' ')
    assert.equal(
      await page.locator(`[id="${error}"]`).innerText(),
      'The email or the password is wrong. Check both, then try again.'
    )
  })
})
