import encryption from '@adonisjs/core/services/encryption'
import { test } from '@japa/runner'
import { withUser } from '#accounts/services/tenancy'
import { complaintsOf, confirmWithPassword } from '#tests/support/pages'
import { aMember, aTeam } from '#tests/support/team'

test.group('A team that asks for a second factor', () => {
  test('is set up in two clicks, says who has none, and leads them to where they add one', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const { user, teamId } = await aTeam()
    const member = await aMember(teamId, 'developer')
    await browserContext.loginAs(user)
    const page = await visit('/settings/team')
    const complaints = complaintsOf(page)
    const toggle = page.getByRole('switch', { name: 'Let in only members who have it' })
    await toggle.click()
    await confirmWithPassword(page)
    await page.getByRole('alert').getByText('Add a second factor of your own first').waitFor()
    assert.isFalse(await toggle.isChecked())

    await withUser(user.id, (trx) =>
      trx.table('totp_secrets').insert({
        user_id: user.id,
        secret_encrypted: encryption.encrypt('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
        confirmed_at: new Date(),
      })
    )
    await toggle.click()
    await page.getByText('Members now need two-step verification.').first().waitFor()
    assert.isTrue(await toggle.isChecked())
    await page.goto(new URL('/settings/members', page.url()).href)
    await page.getByText('No two-step verification').waitFor()
    assert.equal(await page.getByText('No two-step verification').count(), 1)
    assert.deepEqual(complaints, [])

    const theirs = await browser.newContext()
    await theirs.loginAs(member)
    const shut = await theirs.newPage()
    await shut.goto(new URL(`/workflows?team=${teamId}`, page.url()).href)
    await shut.waitForURL('**/settings/security**')
    await shut.getByText('lets in only members with two-step verification').first().waitFor()
    await theirs.close()
  })
})
