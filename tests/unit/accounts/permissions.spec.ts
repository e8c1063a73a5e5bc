import { test } from '@japa/runner'
import { type Role, roles } from '#accounts/enums/role'
import { permissionGroups } from '#accounts/permission_words'
import { can, mayGive, permissions, scopeFor, scopesAllow } from '#accounts/permissions'

test.group('The table of rights', () => {
  test('has words for every right, once', ({ assert }) => {
    const named = permissionGroups.flatMap((group) => group.permissions.map(([permission]) => permission))
    assert.sameMembers(named, [...permissions])
    assert.lengthOf(named, permissions.length)
  })

  test('gives owners everything', ({ assert }) => {
    for (const permission of permissions) assert.isTrue(can('owner', permission), permission)
  })

  test('lets nobody hand out a right that they lack', ({ assert }) => {
    for (const own of roles) {
      for (const role of roles) {
        const gains = permissions.some((permission) => can(role, permission) && !can(own, permission))
        assert.equal(mayGive(own, role), !gains, `${own} gives ${role}`)
      }
    }
    const given = (own: Role) => roles.filter((role) => mayGive(own, role))
    assert.deepEqual(given('admin'), ['admin', 'developer', 'viewer'])
    assert.deepEqual(given('owner'), [...roles])
  })

  test('keeps from tokens what a person has to confirm', ({ assert }) => {
    for (const permission of ['team.delete', 'tokens.manage', 'billing.manage'] as const) {
      assert.isNull(scopeFor(permission), permission)
      assert.isFalse(scopesAllow(['read', 'write', 'admin'], permission), permission)
    }
  })

  test('has scopes that grow', ({ assert }) => {
    for (const permission of permissions) {
      if (scopesAllow(['read'], permission)) assert.isTrue(scopesAllow(['write'], permission))
      if (scopesAllow(['write'], permission)) assert.isTrue(scopesAllow(['admin'], permission))
    }
  })
})
