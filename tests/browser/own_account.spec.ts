import { randomUUID } from 'node:crypto'
import limiter from '@adonisjs/limiter/services/main'
import { test } from '@japa/runner'
import { generate } from 'otplib'
import type { BrowserContext, Page } from 'playwright'
import env from '#start/env'
import { runDueJobs } from '#tests/support/mail'
import { complaintsOf, confirmWithPassword } from '#tests/support/pages'
import { until } from '#tests/support/system/until'
import { aTeam } from '#tests/support/team'

/** Passkeys belong to a name, not to an address of numbers. */
const at = (path: string) => new URL(path, env.get('APP_URL')).href

const main = (page: Page) => page.getByRole('main')

async function signIn(page: Page, email: string) {
  await page.goto(at('/login'))
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/login')
}

async function signOut(page: Page, name = 'Ada Lovelace') {
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

/** A device that has a fingerprint reader and always says yes. */
async function aDevice(context: BrowserContext, page: Page) {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const verifies = (isUserVerified: boolean) =>
    cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  const credentials = async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials
  return { verifies, credentials }
}

async function addPasskey(page: Page, name: string) {
  await page.getByRole('button', { name: 'Add passkey' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Go on' }).click()
}

test.group('A new account', (group) => {
  group.each.setup(() => limiter.clear())

  test('is verified by the link in the mail that this machine keeps', async ({ browser, assert }) => {
    const page = await browser.newPage()
    page.setDefaultTimeout(15_000)
    const complaints = complaintsOf(page)
    await page.goto(at('/signup'))
    await page.getByLabel('Full name').fill('Ada Lovelace')
    await page.getByLabel('Email').fill(`${randomUUID()}@example.test`)
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByText('Verify your address').waitFor()
    await runDueJobs()
    await page.getByRole('link', { name: 'Open mails' }).click()
    await page
      .getByRole('link', { name: /email\/verify/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Verify address' }).click()
    await page.getByText('Your address is verified.').first().waitFor()
    assert.equal(await page.getByText('Verify your address').count(), 0)
    assert.deepEqual(complaints, [])
    await page.close()
  })
})

test.group('An authenticator app', (group) => {
  group.each.setup(() => limiter.clear())

  test('is added with its key, asked for at sign-in, and replaced by a recovery code', async ({
    browser,
    assert,
  }) => {
    const { user } = await aTeam()
    const page = await browser.newPage()
    page.setDefaultTimeout(15_000)
    const complaints = complaintsOf(page)
    await signIn(page, user.email)
    await page.goto(at('/settings/security'))
    await page.getByRole('button', { name: 'Add app' }).click()
    const dialog = page.getByRole('dialog')
    const key = (await dialog.locator('code').innerText()).replaceAll(' ', '')
    await dialog.getByRole('img', { name: /QR code/ }).waitFor()
    await dialog.getByLabel('Code').fill('000000')
    await dialog.getByRole('button', { name: 'Switch on' }).click()
    await dialog.getByText('This code does not match').waitFor()
    await dialog.getByLabel('Code').fill(await generate({ secret: key }))
    await dialog.getByRole('button', { name: 'Switch on' }).click()
    const listed = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
    await listed.first().waitFor()
    const codes = await listed.allInnerTexts()
    assert.lengthOf(codes, 10)
    await dialog.getByRole('button', { name: 'Done' }).click()
    await main(page).getByText('10 codes are left.').waitFor()

    await signOut(page)
    await signIn(page, user.email)
    const next = Math.floor(Date.now() / 1000) + 30
    await page.getByLabel('Code of your authenticator app').fill(await generate({ secret: key, epoch: next }))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/dashboard')

    await signOut(page)
    await signIn(page, user.email)
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code').fill(codes[3]!)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/dashboard')
    await page.goto(at('/settings/security'))
    await main(page).getByText('9 codes are left.').waitFor()
    assert.deepEqual(complaints, [])
    await page.close()
  })
})

test.group('A passkey', (group) => {
  group.each.setup(() => limiter.clear())

  test('signs in by itself, is the second step, is renamed and removed', async ({ browser, assert }) => {
    const { user } = await aTeam()
    const context = await browser.newContext()
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const device = await aDevice(context, page)
    await signIn(page, user.email)
    await page.goto(at('/settings/security'))
    await addPasskey(page, 'Laptop')
    await page.getByRole('list', { name: 'Recovery codes' }).waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    await main(page).getByRole('cell', { name: 'Laptop', exact: true }).waitFor()
    assert.lengthOf(await device.credentials(), 1)

    await signOut(page)
    await page.goto(at('/login'))
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL('**/dashboard')

    await signOut(page)
    await signIn(page, user.email)
    await page.getByRole('heading', { name: 'One more step' }).waitFor()
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL('**/dashboard')

    await page.goto(at('/settings/security'))
    await page.getByRole('button', { name: 'Rename Laptop' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Old laptop')
    await page.getByRole('button', { name: 'Save name' }).click()
    await main(page).getByRole('cell', { name: 'Old laptop', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Remove Old laptop' }).click()
    await page.getByRole('button', { name: 'Remove passkey' }).click()
    await main(page).getByText('No passkeys yet').waitFor()

    await signOut(page)
    await page.goto(at('/login'))
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey is not known here').waitFor()
    await context.close()
  })

  test('that nobody has unlocked does not count', async ({ browser, assert }) => {
    const { user } = await aTeam()
    const context = await browser.newContext()
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const device = await aDevice(context, page)
    await signIn(page, user.email)
    await page.goto(at('/settings/security'))
    await addPasskey(page, 'Laptop')
    await page.getByRole('button', { name: 'Done' }).click()
    await signOut(page)
    await device.verifies(false)
    await page.goto(at('/login'))
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('No passkey was used').waitFor()
    assert.include(page.url(), '/login')
    await context.close()
  })
})

test.group('Confirming that it is you', (group) => {
  group.each.setup(() => limiter.clear())

  test('is asked over the form, which is then sent as it was typed', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const { user } = await aTeam()
    await browserContext.loginAs(user)
    const page = await visit('/settings/security')
    const complaints = complaintsOf(page)
    await page.getByLabel('New password', { exact: true }).fill('a wholly new passphrase')
    await page.getByRole('button', { name: 'Change password' }).click()
    const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
    await dialog.getByLabel('Your password', { exact: true }).fill('wrong wrong wrong')
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await dialog.getByText('This is not your password.').waitFor()
    await confirmWithPassword(page)
    await page.getByText('Your password was changed.').first().waitFor()
    assert.deepEqual(complaints, [])
  })

  test('can be left, and nothing has happened', async ({ visit, browserContext, assert }) => {
    const { user } = await aTeam()
    await browserContext.loginAs(user)
    const page = await visit('/settings/profile')
    await page.getByLabel('New address').fill('ada@elsewhere.test')
    await page.getByRole('button', { name: 'Change address' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    assert.equal(await page.getByLabel('New address').inputValue(), 'ada@elsewhere.test')
  })
})

test.group('A picture', () => {
  test('is cut to a square here and shown at once', async ({ visit, browserContext, assert }) => {
    const { user } = await aTeam()
    await browserContext.loginAs(user)
    const page = await visit('/settings/profile')
    const complaints = complaintsOf(page)
    const picture = await page.screenshot()
    await page
      .getByLabel('Picture', { exact: true })
      .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: picture })
    const shown = main(page).getByRole('img', { name: 'Your picture' })
    await shown.and(page.locator('img')).waitFor()
    assert.match((await shown.getAttribute('src')) ?? '', /^\/avatars\//)
    await until(
      'a square of 256 pixels',
      async () => (await page.evaluate("document.querySelector('main img').naturalWidth")) === 256
    )
    await page.getByLabel('Picture', { exact: true }).setInputFiles({
      name: 'me.png',
      mimeType: 'image/png',
      buffer: Buffer.from('this is no picture'),
    })
    await page.getByText('could not be read as a picture').waitFor()
    assert.deepEqual(complaints, [])
  })
})
