import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import User from '#accounts/models/user'
import { teamOfUser } from '#accounts/queries/team_of_user'
import { withTeam } from '#accounts/services/tenancy'
import { runningSystem } from '#tests/support/running_system'

test.group('A newcomer', (group) => {
  group.setup(runningSystem)

  test('signs up, adds the sample, runs a task, watches it, and finds the branch on the remote', async ({
    visit,
    assert,
  }) => {
    const email = `${randomUUID()}@example.test`
    const page = await visit('/')
    await page.getByRole('link', { name: 'Sign up' }).first().click()
    await page.getByLabel('Full name').fill('Ada Lovelace')
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
    await page.getByRole('button', { name: 'Create account' }).click()

    await page.getByRole('heading', { name: 'Add your first project' }).waitFor()
    await page.getByRole('link', { name: 'Add project' }).click()
    await page.getByLabel('The bundled sample').check()
    await page.getByRole('button', { name: 'Add project' }).click()

    await page.getByRole('heading', { name: 'duration-kit' }).waitFor()
    await page.getByLabel('Task').fill('Remove unused imports')
    await page.getByRole('button', { name: 'Run task' }).click()
    await page.waitForURL('**/workflows/*')

    await page.getByText('Verified', { exact: true }).first().waitFor({ timeout: 60_000 })
    await page.getByRole('tab', { name: 'Diff' }).click()
    await page.getByText('src/range.ts').first().waitFor()
    await page.getByRole('tab', { name: 'Verdict' }).click()
    await page.getByText('npm test', { exact: true }).first().waitFor()

    const user = await User.findByOrFail('email', email)
    const team = await teamOfUser(user.id)
    const project = await withTeam(team!.id, (trx) => trx.from('projects').select('remote_url').firstOrFail())
    const branches = execFileSync('git', ['ls-remote', '--heads', project.remote_url]).toString()
    assert.include(branches, 'refs/heads/feature/ia-task-1')
  })

  test('sees at the field what is wrong with an address, and loses nothing', async ({ visit, assert }) => {
    const page = await visit('/signup')
    await page.getByLabel('Full name').fill('Ada Lovelace')
    await page.getByLabel('Email').fill(`${randomUUID()}@example.test`)
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.waitForURL('**/dashboard')

    await page.goto(new URL('/projects/create', page.url()).href)
    await page.getByRole('textbox', { name: 'Git URL' }).fill('ext::sh -c evil')
    await page.getByRole('textbox', { name: /^Name/ }).fill('Kept')
    await page.getByRole('button', { name: 'Add project' }).click()
    const problem = page.getByText(/not allowed|could not be read|holds a space/)
    await problem.waitFor()
    assert.equal(await page.getByRole('textbox', { name: 'Git URL' }).inputValue(), 'ext::sh -c evil')
  })
})
