import type { BrowserContext, Page } from 'playwright'
import { aSampleProject, aTeam, type Team } from '#tests/support/team'

/**
 * What the browser complains about in this page: script errors, and whatever the content security policy stopped.
 * Answers that a test asks for (404, 429) are not complaints of the page.
 */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text())
    }
  })
  return complaints
}

/** A signed-in person whose team has one project, made from the bundled sample. */
export async function aPersonWithProject(browserContext: BrowserContext) {
  const team: Team = await aTeam()
  const project = await aSampleProject(team)
  await browserContext.loginAs(team.user)
  return { ...team, project }
}

/** From a page with the task form to the page of the new workflow. */
export async function runTask(page: Page, task: string) {
  await page.getByLabel('Task').fill(task)
  await page.getByRole('button', { name: 'Run task' }).click()
  await page.waitForURL('**/workflows/*')
}

/** Answers "confirm that it is you" with the password that people of tests have. */
export async function confirmWithPassword(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await dialog.getByLabel('Your password', { exact: true }).fill('correct horse battery')
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

export const outcome = (page: Page, label: string) =>
  page.getByRole('main').getByText(label, { exact: true }).first()

/** Where the focus is. */
const focus = (page: Page) => page.locator(':focus')

/** What is read out of the control that has the focus. */
export async function focusedText(page: Page) {
  if ((await focus(page).count()) === 0) return ''
  return (await focus(page).getAttribute('aria-label')) ?? (await focus(page).innerText())
}
