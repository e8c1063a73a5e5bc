import { type Role, roles } from '#accounts/enums/role'
import { permissionGroups } from '#accounts/permission_words'
import { can, type Permission, type Scope, scopeFor } from '#accounts/permissions'

export interface MatrixRow {
  permission: Permission
  label: string
  roles: Role[]
  /** The smallest scope that a token needs; null for what no token may do. */
  scope: Scope | null
}

/** The one table of rights as people read it. */
export function roleMatrix(): { label: string; rows: MatrixRow[] }[] {
  return permissionGroups.map(({ label, permissions }) => ({
    label,
    rows: permissions.map(([permission, words]) => ({
      permission,
      label: words,
      roles: roles.filter((role) => can(role, permission)),
      scope: scopeFor(permission),
    })),
  }))
}
