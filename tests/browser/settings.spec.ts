import { test } from '@japa/runner'
import { aPersonWithProject, complaintsOf, confirmWithPassword } from '#tests/support/pages'

test.group('Settings', () => {
  test('make a token that works until it is revoked', async ({ visit, browserContext, assert }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await visit('/settings/tokens')
    const complaints = complaintsOf(page)
    await page.getByRole('textbox', { name: 'Name' }).fill('CI on main')
    await page.getByRole('button', { name: 'Create token' }).click()
    await confirmWithPassword(page)
    const notice = page.getByRole('status').filter({ hasText: 'It is not shown again.' })
    const token = await notice.locator('code').innerText()

    const projects = () =>
      fetch(new URL('/api/projects', page.url()), { headers: { authorization: `Bearer ${token}` } })
    const answer = (await (await projects()).json()) as { data: { id: string }[] }
    assert.deepEqual(
      answer.data.map(({ id }) => id),
      [project.id]
    )

    await page.reload()
    assert.notInclude(await page.content(), token)
    await page.getByRole('button', { name: 'Revoke CI on main' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke token' }).click()
    await page.getByText('No tokens yet').waitFor()
    assert.equal((await projects()).status, 401)
    assert.deepEqual(complaints, [])
  })

  test('remember the theme before anything is drawn', async ({ visit, browserContext, assert }) => {
    await aPersonWithProject(browserContext)
    const page = await visit('/dashboard')
    const ground = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor')
    const light = await ground()
    await page.getByRole('button', { name: /Ada Lovelace/ }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await page.locator('html[data-theme="dark"]').waitFor()
    const response = await page.reload()
    assert.include(await response!.text(), '<html lang="en" data-theme="dark">')
    assert.notEqual(await ground(), light)
  })
})
