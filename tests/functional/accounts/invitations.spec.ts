import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import AcceptInvitation from '#accounts/actions/accept_invitation'
import InviteMember from '#accounts/actions/invite_member'
import type { Role } from '#accounts/enums/role'
import User from '#accounts/models/user'
import { listInvitations } from '#accounts/queries/list_invitations'
import { legalDocuments } from '#accounts/services/legal_documents'
import { withTeam } from '#accounts/services/tenancy'
import env from '#start/env'
import { linkIn, mailsTo } from '#tests/support/mail'
import { anActor, auditActions, roleOf } from '#tests/support/members'
import { aMember, aTeam, type Team } from '#tests/support/team'

const address = () => `${randomUUID()}@example.test`
const secretOf = (path: string) => path.split('/').at(-1)!

/** An invitation as it lies in the mailbox. */
async function invited(team: Team, email = address(), role: Role = 'developer') {
  const result = await new InviteMember().execute({ actor: anActor(team), email, role })
  if (!result.ok) throw new Error(result.error.reason)
  const path = linkIn((await mailsTo(email))[0])
  return { id: result.value.id, email, path, secret: secretOf(path) }
}

const by = (user: User) => ({ kind: 'person' as const, userId: user.id, name: user.fullName })

test.group('Inviting', () => {
  test('mails a link that says who, where and as what', async ({ client, assert }) => {
    const team = await aTeam()
    const email = address()
    const response = await client
      .post('/settings/invitations')
      .loginAs(team.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
      .form({ email: email.toUpperCase(), role: 'viewer' })
    response.assertStatus(302)
    const [mail] = await mailsTo(email)
    assert.include(mail!.subject, "Ada's team")
    const page = await client.get(linkIn(mail)).withInertia()
    assert.containsSubset(page.inertiaProps, {
      way: 'new_account',
      invitation: { teamName: "Ada's team", email, role: 'viewer', inviterName: 'Ada Lovelace' },
    })
    assert.deepEqual(await auditActions(team.teamId), ['invitation.sent'])
  })

  test('stores nothing that would let anybody in', async ({ assert }) => {
    const team = await aTeam()
    const { secret } = await invited(team)
    const rows = await withTeam(team.teamId, (trx) => trx.from('invitations').select('*'))
    assert.notInclude(JSON.stringify(rows), secret)
    const audit = await withTeam(team.teamId, (trx) => trx.from('audit_entries').select('*'))
    assert.notInclude(JSON.stringify(audit), secret)
  })

  test('is refused where it makes no sense: {$self}')
    .with(['no address', 'no role', 'a member', 'twice'])
    .run(async ({ client, assert }, what) => {
      const team = await aTeam()
      const there = await invited(team)
      const email = {
        'no address': 'nobody',
        'no role': address(),
        'a member': team.user.email,
        twice: there.email,
      }[what]
      const response = await client
        .post('/settings/invitations')
        .loginAs(team.user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .header('accept', 'application/json')
        .json({ email, role: what === 'no role' ? 'god' : 'viewer' })
      response.assertStatus(422)
      assert.lengthOf(await listInvitations(team.teamId), 1)
    })

  test('is not for: {$self}')
    .with<Role[]>(['developer', 'viewer', 'billing'])
    .run(async ({ client, assert }, role) => {
      const { teamId } = await aTeam()
      const user = await aMember(teamId, role)
      const response = await client
        .post(`/settings/invitations?team=${teamId}`)
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
        .form({ email: address(), role: 'viewer' })
      response.assertStatus(403)
      assert.isEmpty(await listInvitations(teamId))
    })

  test('asks the plan whether there is room, for who is invited too', async ({ assert, cleanup }) => {
    const team = await aTeam()
    env.set('BILLING_DEFAULT_PLAN', 'team')
    cleanup(() => env.set('BILLING_DEFAULT_PLAN', 'self_hosted'))
    const invite = () =>
      new InviteMember().execute({ actor: anActor(team), email: address(), role: 'viewer' })
    for (let seat = 2; seat <= 5; seat++) assert.isTrue((await invite()).ok, `seat ${seat}`)
    const refused = await invite()
    if (refused.ok || refused.error.reason !== 'limit') return assert.fail('there was room for a sixth')
    assert.match(refused.error.message, /5 members/)
  })

  test('slows down', async ({ client, assert }) => {
    const team = await aTeam()
    const send = () =>
      client
        .post('/settings/invitations')
        .loginAs(team.user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .header('accept', 'application/json')
        .json({ email: 'x', role: 'viewer' })
    const statuses = []
    for (let i = 0; i < 61; i++) statuses.push((await send()).status())
    assert.equal(statuses.at(-1), 429)
    assert.equal(statuses.at(-2), 422)
  })
})

test.group('Sending an invitation again, or taking it back', () => {
  test('makes a new link, and the old one worthless', async ({ client, assert }) => {
    const team = await aTeam()
    const { id, email, path } = await invited(team)
    const again = () =>
      client.post(`/settings/invitations/${id}/delivery`).loginAs(team.user).withCsrfToken().redirects(0)
    await again()
    assert.lengthOf(await mailsTo(email), 1, 'not twice within a minute')
    await withTeam(team.teamId, (trx) =>
      trx.rawQuery(`update invitations set sent_at = now() - interval '2 minutes'`)
    )
    await again()
    const [newest] = await mailsTo(email)
    assert.notEqual(linkIn(newest), path)
    assert.isNull((await client.get(path).withInertia()).inertiaProps.invitation)
    assert.isNotNull((await client.get(linkIn(newest)).withInertia()).inertiaProps.invitation)
  })

  test('is refused for an invitation of another team', async ({ client, assert }) => {
    const [team, other] = [await aTeam(), await aTeam()]
    const { id } = await invited(other)
    const post = await client.post(`/settings/invitations/${id}/delivery`).loginAs(team.user).withCsrfToken()
    const remove = await client.delete(`/settings/invitations/${id}`).loginAs(team.user).withCsrfToken()
    assert.deepEqual([post.status(), remove.status()], [404, 404])
    assert.lengthOf(await listInvitations(other.teamId), 1)
  })

  test('revokes it', async ({ client, assert }) => {
    const team = await aTeam()
    const { id, path, secret } = await invited(team)
    await client.delete(`/settings/invitations/${id}`).loginAs(team.user).withCsrfToken().redirects(0)
    assert.isNull((await client.get(path).withInertia()).inertiaProps.invitation)
    const { user } = await aTeam()
    const result = await new AcceptInvitation().execute({ secret, user, by: by(user) })
    assert.deepEqual(result, { ok: false, error: { reason: 'gone' } })
    assert.deepEqual(await auditActions(team.teamId), ['invitation.sent', 'invitation.revoked'])
  })
})

test.group('Accepting', () => {
  test('makes whoever has that account a member', async ({ client, assert }) => {
    const team = await aTeam()
    const { user } = await aTeam('Grace Hopper')
    const { path } = await invited(team, user.email, 'viewer')
    const page = await client.get(path).loginAs(user).withInertia()
    assert.equal(page.inertiaProps.way, 'accept')
    const response = await client.post(`${path}/acceptance`).loginAs(user).withCsrfToken().redirects(0)
    assert.equal(response.header('location'), `/dashboard?team=${team.teamId}`)
    assert.equal(await roleOf(team.teamId, user.id), 'viewer')
    assert.isNotNull((await User.findOrFail(user.id)).emailVerifiedAt)
    const again = await client.post(`${path}/acceptance`).loginAs(user).withCsrfToken().redirects(0)
    assert.equal(again.header('location')?.split('?')[0], path)
    assert.deepEqual(await auditActions(team.teamId), ['invitation.sent', 'member.joined'])
  })

  test('makes an account for who has none, with the address verified', async ({ client, assert }) => {
    const team = await aTeam()
    const { path, email } = await invited(team)
    const response = await client.post(`${path}/account`).withCsrfToken().redirects(0).form({
      fullName: 'Katherine Johnson',
      password: 'orbital mechanics',
      email: 'other@example.test',
      terms: legalDocuments().version,
    })
    assert.equal(response.header('location'), `/dashboard?team=${team.teamId}`)
    const user = await User.findByOrFail('email', email)
    assert.isNotNull(user.emailVerifiedAt)
    assert.equal(await roleOf(team.teamId, user.id), 'developer')
  })

  test('needs a name and a password for a new account', async ({ client, assert }) => {
    const team = await aTeam()
    const { path, email } = await invited(team)
    const response = await client
      .post(`${path}/account`)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json({ fullName: '', password: 'short' })
    response.assertStatus(422)
    assert.isNull(await User.findBy('email', email))
  })

  test('asks who has an account to sign in, and makes no second one', async ({ client, assert }) => {
    const team = await aTeam()
    const { user } = await aTeam()
    const { path } = await invited(team, user.email)
    const page = await client.get(path).withInertia()
    assert.equal(page.inertiaProps.way, 'sign_in')
    const form = { fullName: 'Eve', password: 'correct horse battery', terms: legalDocuments().version }
    const response = await client.post(`${path}/account`).withCsrfToken().redirects(0).form(form)
    assert.equal(response.header('location'), path)
    assert.isNull(await roleOf(team.teamId, user.id))
  })

  test('is refused to any other account', async ({ client, assert }) => {
    const team = await aTeam()
    const { path } = await invited(team)
    const { user } = await aTeam()
    assert.equal((await client.get(path).loginAs(user).withInertia()).inertiaProps.way, 'other_account')
    await client.post(`${path}/acceptance`).loginAs(user).withCsrfToken().redirects(0)
    assert.isNull(await roleOf(team.teamId, user.id))
  })

  test('is refused when the invitation has expired, or the team is deleted: {$self}')
    .with(['expired', 'deleted'])
    .run(async ({ assert }, what) => {
      const team = await aTeam()
      const { user } = await aTeam()
      const { secret } = await invited(team, user.email)
      await withTeam(team.teamId, (trx) =>
        trx.rawQuery(
          what === 'expired'
            ? `update invitations set expires_at = now() - interval '1 second'`
            : `update teams set deleted_at = now(), purge_at = now() + interval '1 day'`
        )
      )
      const result = await new AcceptInvitation().execute({ secret, user, by: by(user) })
      assert.deepEqual(result, { ok: false, error: { reason: 'gone' } })
      assert.isNull(await roleOf(team.teamId, user.id))
    })

  test('counts once when it is sent twice at the same moment', async ({ assert }) => {
    const team = await aTeam()
    const { user } = await aTeam()
    const { secret } = await invited(team, user.email)
    const accept = () => new AcceptInvitation().execute({ secret, user, by: by(user) })
    const results = await Promise.all([accept(), accept(), accept()])
    assert.lengthOf(
      results.filter(({ ok }) => ok),
      1
    )
    assert.deepEqual(await auditActions(team.teamId), ['invitation.sent', 'member.joined'])
  })
})
