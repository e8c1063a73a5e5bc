import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import env from '#start/env'
import { complaintsOf, confirmWithPassword } from '#tests/support/pages'
import { setting } from '#tests/support/setting'
import { type Billing, billingOn } from '#tests/support/stripe/billing'
import { aSampleProject, aTeam } from '#tests/support/team'

test.group('Buying a plan', (group) => {
  let billing: Billing
  let off: () => Promise<void>
  group.setup(async () => {
    ;({ billing, off } = await billingOn({ trialDays: 14 }))
    const before = env.get('APP_URL')
    // Stripe sends people back to where they came from.
    setting('APP_URL', `http://${env.get('HOST')}:${env.get('PORT')}`)
    return async () => {
      setting('APP_URL', before)
      await off()
    }
  })

  test('from the first day: upgrade, pay at Stripe, change, cancel, keep', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const { user } = await aTeam()
    await browserContext.loginAs(user)
    const page = await visit('/dashboard')
    const complaints = complaintsOf(page)
    await page.getByRole('link', { name: 'Upgrade' }).click()
    await page.getByRole('button', { name: 'Try Solo for 14 days' }).click()
    await confirmWithPassword(page)
    await page.getByRole('button', { name: 'Pay' }).click()
    await page.getByText('The trial ends on').waitFor()
    await billing.deliver()
    assert.equal(await page.getByRole('link', { name: 'Upgrade' }).count(), 0)

    await page.getByRole('switch', { name: 'Pay yearly' }).check()
    await page.getByRole('button', { name: 'Change to Team' }).click()
    await page.getByText('Nothing is charged before the trial ends.').waitFor()
    await page.getByRole('button', { name: 'Change the plan' }).click()
    await page.getByText('paid by the year').waitFor()

    await page.getByRole('button', { name: 'Cancel plan' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel plan' }).click()
    await page.getByText('The plan ends on').waitFor()
    await page.getByRole('button', { name: 'Keep the plan' }).click()
    await page.getByText('The plan goes on.', { exact: true }).waitFor()

    await page.getByRole('link', { name: 'Invoices' }).click()
    await page.getByRole('link', { name: 'PDF' }).waitFor()
    await page.getByRole('navigation', { name: 'Billing' }).getByRole('link', { name: 'Usage' }).click()
    await page.getByLabel('Dollars a month beyond the credit').fill('12.5')
    await page.getByRole('button', { name: 'Save spend cap' }).click()
    await page.getByText('$42.50').waitFor()
    assert.deepEqual(complaints, [])
  })

  test('a limit that is reached leaves the task in the form, and shows the way', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const team = await aTeam()
    await aSampleProject(team)
    await withTeam(team.teamId, (trx) =>
      trx.table('monthly_usage').insert({
        team_id: team.teamId,
        month: new Date().toISOString().slice(0, 8).concat('01'),
        workflows: 20,
      })
    )
    await browserContext.loginAs(team.user)
    const page = await visit('/dashboard')
    await page.getByLabel('Task').fill('remove unused imports')
    await page.getByRole('button', { name: 'Run task' }).click()
    await page.getByText('The plan Free has 20 workflows a month; none is left.').waitFor()
    assert.equal(await page.getByLabel('Task').inputValue(), 'remove unused imports')
    await page.getByRole('link', { name: 'See the plans' }).click()
    await page.getByRole('heading', { name: 'Choose a plan' }).waitFor()
  })

  test('the prices can be read by anybody, also on a phone', async ({ visit, assert }) => {
    const page = await visit('/')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('link', { name: 'Pricing' }).click()
    await page.getByRole('heading', { name: 'Team' }).waitFor()
    await page.getByRole('switch', { name: 'Pay yearly' }).check()
    await page.getByText('$990').waitFor()
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    assert.isAtMost(width, 390)
  })
})
