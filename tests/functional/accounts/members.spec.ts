import { test } from '@japa/runner'
import ChangeRole from '#accounts/actions/change_role'
import RemoveMember from '#accounts/actions/remove_member'
import TransferOwnership from '#accounts/actions/transfer_ownership'
import type { Role } from '#accounts/enums/role'
import { withTeam } from '#accounts/services/tenancy'
import { aToken } from '#tests/support/api'
import { anActor, auditActions, roleOf } from '#tests/support/members'
import { aMember, aTeam } from '#tests/support/team'

const inTeam = (path: string, teamId: string) => `${path}?team=${teamId}`

test.group('The list of members', () => {
  test('shows who is in the team, and what the reader may do with each', async ({ client, assert }) => {
    const team = await aTeam()
    const admin = await aMember(team.teamId, 'admin')
    const response = await client.get(inTeam('/settings/members', team.teamId)).loginAs(admin).withInertia()
    response.assertStatus(200)
    assert.containsSubset(response.inertiaProps.members, [
      { id: team.user.id, role: 'owner', can: { changeRole: false, remove: false } },
      { id: admin.id, role: 'admin', can: { changeRole: true, remove: false } },
    ])
    assert.deepEqual(response.inertiaProps.roles, ['admin', 'developer', 'viewer'])
  })

  test('never shows people of another team', async ({ client, assert }) => {
    const [mine, theirs] = [await aTeam(), await aTeam()]
    const response = await client.get('/settings/members').loginAs(mine.user).withInertia()
    assert.notInclude(JSON.stringify(response.inertiaProps), theirs.user.email)
  })
})

test.group('Changing a role', () => {
  test('works and is recorded', async ({ client, assert }) => {
    const team = await aTeam()
    const member = await aMember(team.teamId, 'viewer')
    const response = await client
      .patch(`/settings/members/${member.id}`)
      .loginAs(team.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
      .form({ role: 'developer' })
    response.assertStatus(302)
    assert.equal(await roleOf(team.teamId, member.id), 'developer')
    assert.deepEqual(await auditActions(team.teamId), ['member.role_changed'])
  })

  test('bites in tokens at once', async ({ client }) => {
    const team = await aTeam()
    const member = await aMember(team.teamId, 'developer')
    const { token } = await aToken({ teamId: team.teamId, user: member }, ['read'])
    const read = () => client.get('/api/projects').header('authorization', `Bearer ${token}`)
    ;(await read()).assertStatus(200)
    await new ChangeRole().execute({ actor: anActor(team), userId: member.id, role: 'billing' })
    ;(await read()).assertStatus(403)
  })

  test('is not for: {$self}')
    .with<Role[]>(['developer', 'viewer', 'billing'])
    .run(async ({ client, assert }, role) => {
      const team = await aTeam()
      const user = await aMember(team.teamId, role)
      const response = await client
        .patch(inTeam(`/settings/members/${user.id}`, team.teamId))
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
        .form({ role: 'owner' })
      response.assertStatus(403)
      assert.equal(await roleOf(team.teamId, user.id), role)
    })

  test('hands out no right that the giver lacks', async ({ assert }) => {
    const team = await aTeam()
    const admin = await aMember(team.teamId, 'admin')
    const actor = anActor({ ...team, user: admin }, 'admin')
    const change = (userId: string, role: Role) => new ChangeRole().execute({ actor, userId, role })
    const beyond = { ok: false as const, error: 'beyond_own_rights' as const }
    assert.deepEqual(await change(admin.id, 'owner'), beyond)
    assert.deepEqual(await change(admin.id, 'billing'), beyond)
    assert.deepEqual(await change(team.user.id, 'viewer'), beyond)
    assert.equal(await roleOf(team.teamId, team.user.id), 'owner')
  })

  test('refuses a role that is none, and a person of another team', async ({ client, assert }) => {
    const [team, other] = [await aTeam(), await aTeam()]
    const patch = (id: string, role: string) =>
      client
        .patch(`/settings/members/${id}`)
        .loginAs(team.user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
        .header('accept', 'application/json')
        .json({ role })
    ;(await patch(team.user.id, 'god')).assertStatus(422)
    ;(await patch(other.user.id, 'viewer')).assertStatus(404)
    assert.equal(await roleOf(other.teamId, other.user.id), 'owner')
  })
})

test.group('The last owner', () => {
  test('can neither leave nor be made anything else', async ({ client, assert }) => {
    const team = await aTeam()
    const actor = anActor(team)
    const { id } = team.user
    assert.deepEqual(await new ChangeRole().execute({ actor, userId: id, role: 'admin' }), {
      ok: false,
      error: 'last_owner',
    })
    const leave = await client
      .delete('/settings/membership')
      .loginAs(team.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
    assert.equal(leave.header('location'), '/settings/danger')
    assert.equal(await roleOf(team.teamId, id), 'owner')
  })

  test('is there still when all owners leave at the same moment', async ({ assert }) => {
    for (let round = 0; round < 5; round++) {
      const team = await aTeam()
      const owners = [team.user, ...(await Promise.all([1, 2, 3].map(() => aMember(team.teamId, 'owner'))))]
      const results = await Promise.all(
        owners.map((user, index) => {
          const actor = anActor({ ...team, user })
          return index % 2
            ? new RemoveMember().execute({ actor, userId: user.id })
            : new ChangeRole().execute({ actor, userId: user.id, role: 'viewer' })
        })
      )
      assert.lengthOf(
        results.filter(({ ok }) => !ok),
        1
      )
      const left = await withTeam(team.teamId, (trx) =>
        trx.from('memberships').where('role', 'owner').select('user_id')
      )
      assert.lengthOf(left, 1)
    }
  })
})

test.group('Removing a member', () => {
  test('ends their pages at once and their tokens within seconds', async ({ client, assert }) => {
    const team = await aTeam()
    const member = await aMember(team.teamId, 'developer')
    const { token } = await aToken({ teamId: team.teamId, user: member })
    const read = () => client.get('/api/projects').header('authorization', `Bearer ${token}`)
    ;(await read()).assertStatus(200)
    const response = await client
      .delete(`/settings/members/${member.id}`)
      .loginAs(team.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
    response.assertStatus(302)
    ;(await client.get(inTeam('/projects', team.teamId)).loginAs(member)).assertStatus(404)
    ;(await read()).assertStatus(401)
    assert.deepEqual(await auditActions(team.teamId), ['token.created', 'member.removed'])
  })

  test('is not for a developer, nor across teams', async ({ client, assert }) => {
    const [team, other] = [await aTeam(), await aTeam()]
    const developer = await aMember(team.teamId, 'developer')
    const remove = (user: typeof developer, id: string, teamId: string) =>
      client
        .delete(inTeam(`/settings/members/${id}`, teamId))
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
    ;(await remove(developer, team.user.id, team.teamId)).assertStatus(403)
    ;(await remove(other.user, developer.id, other.teamId)).assertStatus(404)
    ;(await remove(other.user, developer.id, team.teamId)).assertStatus(404)
    assert.equal(await roleOf(team.teamId, developer.id), 'developer')
  })

  test('lets a member leave by themselves', async ({ client, assert }) => {
    const team = await aTeam()
    const member = await aMember(team.teamId, 'viewer')
    const response = await client
      .delete(inTeam('/settings/membership', team.teamId))
      .loginAs(member)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
    response.assertStatus(200)
    assert.isNull(await roleOf(team.teamId, member.id))
    assert.deepEqual(await auditActions(team.teamId), ['member.left'])
  })
})

test.group('Transferring ownership', () => {
  test('makes another member owner and the owner an admin', async ({ client, assert }) => {
    const team = await aTeam()
    const heir = await aMember(team.teamId, 'developer')
    const response = await client
      .post('/settings/ownership')
      .loginAs(team.user)
      .withCsrfToken()
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
      .form({ userId: heir.id })
    response.assertStatus(302)
    assert.equal(await roleOf(team.teamId, heir.id), 'owner')
    assert.equal(await roleOf(team.teamId, team.user.id), 'admin')
    assert.deepEqual(await auditActions(team.teamId), ['team.ownership_transferred'])
  })

  test('is for owners, and to members only', async ({ client, assert }) => {
    const [team, other] = [await aTeam(), await aTeam()]
    const admin = await aMember(team.teamId, 'admin')
    const transfer = (user: typeof admin, userId: string) =>
      client
        .post(inTeam('/settings/ownership', team.teamId))
        .loginAs(user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
        .header('accept', 'application/json')
        .json({ userId })
    ;(await transfer(admin, admin.id)).assertStatus(403)
    ;(await transfer(team.user, other.user.id)).assertStatus(422)
    assert.equal(await roleOf(team.teamId, team.user.id), 'owner')
  })

  test('happens once when it is asked twice at the same moment', async ({ assert }) => {
    const team = await aTeam()
    const heirs = await Promise.all([aMember(team.teamId, 'viewer'), aMember(team.teamId, 'viewer')])
    const results = await Promise.all(
      heirs.map(({ id }) => new TransferOwnership().execute({ actor: anActor(team), userId: id }))
    )
    assert.sameMembers(
      results.map(({ ok }) => ok),
      [true, false]
    )
  })
})
