import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import SyncRepositories from '#projects/actions/sync_repositories'
import env from '#start/env'
import { ownHostUnderTest } from '#tests/support/hosts/connected'
import { withSettings } from '#tests/support/hosts/settings'
import { complaintsOf } from '#tests/support/pages'
import { aTeam } from '#tests/support/team'

for (const kind of ['github', 'gitlab'] as const) {
  test.group(`From an account to a project, ${kind}`, () => {
    test('over consent, the picker and back', async ({ browserContext, visit, assert, cleanup }) => {
      // the host sends people back to the installation's address, which must be the one the browser is at
      const restore = withSettings({ APP_URL: `http://${env.get('HOST')}:${env.get('PORT')}` })
      const host = await ownHostUnderTest(kind)
      cleanup(async () => {
        restore()
        await host.close()
      })
      for (let number = 0; number < 120; number++)
        host.addRepository(`ada/service-${number}`, { hasGit: false })
      host.addRepository('ada/uhrwerk', { defaultBranch: 'trunk' })
      const { user, teamId } = await aTeam()
      await browserContext.loginAs(user)

      const page = await visit('/settings/connections')
      const complaints = complaintsOf(page)
      await page.getByRole('link', { name: `Connect ${kind === 'github' ? 'GitHub' : 'GitLab'}` }).click()
      // What comes after the password is at the host, and is gone on to.
      await page.getByLabel('Your password').fill('correct horse battery')
      await page.getByRole('button', { name: 'Confirm' }).click()
      await page.getByRole('button', { name: 'Authorize' }).click()
      await page.getByText('ada is connected').first().waitFor()
      await page.getByText('Works', { exact: true }).waitFor()

      const { id } = await withTeam(teamId, (trx) => trx.from('git_connections').select('id').firstOrFail())
      await new SyncRepositories().execute({ teamId, connectionId: id })

      await page.goto(page.url().replace(/settings\/connections.*/, 'projects/create'))
      await page.getByText('121 repositories').waitFor()
      await page.getByRole('searchbox', { name: 'Search repositories' }).fill('uhr')
      await page.getByText('1 found').waitFor()
      await page.getByRole('checkbox', { name: 'ada/uhrwerk' }).check()
      await page.getByRole('button', { name: 'Add project' }).click()
      await page.waitForURL('**/projects/*-*')
      await page.getByRole('heading', { name: 'uhrwerk' }).waitFor()
      assert.deepEqual(complaints, [])
    }).timeout(60_000)
  })
}
