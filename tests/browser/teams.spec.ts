import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import InviteMember from '#accounts/actions/invite_member'
import { projectRows } from '#tests/support/api'
import { linkIn, mailsTo } from '#tests/support/mail'
import { anActor, inAnotherTeam } from '#tests/support/members'
import { complaintsOf } from '#tests/support/pages'
import { aTeam } from '#tests/support/team'

test.group('Two tabs', () => {
  test('show two teams, whatever is clicked in either', async ({ browserContext, assert }) => {
    const { user, first, second } = await inAnotherTeam('developer')
    await projectRows(first.teamId, ['first-project'])
    await projectRows(second.teamId, ['second-project'])
    await browserContext.loginAs(user)
    const [one, two] = [await browserContext.newPage(), await browserContext.newPage()]
    const complaints = [...complaintsOf(one), ...complaintsOf(two)]
    const tabs = [
      { page: one, team: first, project: 'first-project', other: 'second-project' },
      { page: two, team: second, project: 'second-project', other: 'first-project' },
    ]
    for (const { page, team } of tabs) await page.goto(`/dashboard?team=${team.teamId}`)
    for (let round = 0; round < 2; round++) {
      for (const { page } of tabs) await page.getByRole('link', { name: 'Workflows', exact: true }).click()
      for (const { page, team, project, other } of tabs) {
        await page.getByRole('link', { name: 'Projects', exact: true }).click()
        await page.getByRole('link', { name: project }).waitFor()
        assert.equal(await page.getByText(other).count(), 0)
        assert.include(page.url(), `team=${team.teamId}`)
      }
      for (const { page } of tabs) await page.reload()
    }
    for (const { page, team } of tabs) {
      await page.getByRole('link', { name: 'Settings', exact: true }).click()
      await page.waitForURL('**/settings/**')
      await page.goto(`/settings/danger?team=${team.teamId}`)
    }
    assert.deepEqual(complaints, [])
  })

  test('are switched by the menu, by mouse and by keyboard', async ({ browserContext }) => {
    const { user, first, second } = await inAnotherTeam('developer')
    await browserContext.loginAs(user)
    const page = await browserContext.newPage()
    await page.goto(`/projects?team=${first.teamId}`)
    await page.getByRole('button', { name: "Team Ada's team, change" }).press('Enter')
    await page.getByRole('menuitem', { name: "Grace's team" }).press('Enter')
    await page.waitForURL(`**/dashboard?team=${second.teamId}`)
    await page.getByRole('button', { name: "Team Grace's team, change" }).click()
    await page.getByRole('menuitem', { name: "Ada's team" }).click()
    await page.waitForURL(`**/dashboard?team=${first.teamId}`)
    await page.getByRole('button', { name: "Team Ada's team, change" }).waitFor()
  })
})

test.group('An invitation', () => {
  test('leads somebody without an account into the team', async ({ browserContext, assert }) => {
    const team = await aTeam()
    const email = `${randomUUID()}@example.test`
    await new InviteMember().execute({ actor: anActor(team), email, role: 'developer' })
    const page = await browserContext.newPage()
    const complaints = complaintsOf(page)
    await page.goto(linkIn((await mailsTo(email))[0]))
    await page.getByRole('heading', { name: "Join Ada's team" }).waitFor()
    await page.getByText('Ada Lovelace has invited you.').waitFor()
    await page.getByLabel('Full name').fill('Katherine Johnson')
    await page.getByLabel('Password').first().fill('short')
    await page.getByRole('button', { name: 'Create account and join' }).click()
    assert.include(page.url(), '/invitations/')
    await page.getByLabel('Password').first().fill('orbital mechanics 1962')
    await page.getByRole('button', { name: 'Create account and join' }).click()
    await page.waitForURL(`**/dashboard?team=${team.teamId}`)
    await page.getByRole('button', { name: "Team Ada's team, change" }).waitFor()
    assert.deepEqual(complaints, [])
  })

  test('is sent from the list of members, on a phone too', async ({ browserContext, assert }) => {
    const { user } = await aTeam()
    await browserContext.loginAs(user)
    await browserContext.setSession({ confirmed_at: Date.now() })
    const page = await browserContext.newPage()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/settings/members')
    const email = `${randomUUID()}@example.test`
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Role', { exact: true }).selectOption('viewer')
    await page.getByRole('button', { name: 'Send invitation' }).click()
    await page.getByText(`Invitation sent to ${email}.`).first().waitFor()
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    assert.isAtMost(Number(overflow), 0)
    assert.lengthOf(await mailsTo(email), 1)
  })
})
