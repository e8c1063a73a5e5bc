import type { Role } from '#accounts/enums/role'

export const permissions = [
  'team.read',
  'team.manage',
  'team.delete',
  'members.manage',
  'roles.manage',
  'tokens.manage',
  'service_tokens.manage',
  'audit.read',
  'billing.read',
  'billing.manage',
  'projects.read',
  'projects.manage',
  'connections.manage',
  'workflows.read',
  'workflows.run',
  'workflows.approve',
  'models.read',
  'models.manage',
] as const
export type Permission = (typeof permissions)[number]

const reading = ['team.read', 'projects.read', 'workflows.read', 'models.read'] as const
const developing = [
  ...reading,
  'tokens.manage',
  'projects.manage',
  'connections.manage',
  'workflows.run',
  'workflows.approve',
] as const

/** The one table of rights: pages, API tokens and live channels ask it, nothing asks a role by name. */
const granted: Record<Role, readonly Permission[]> = {
  owner: permissions,
  admin: permissions.filter((permission) => permission !== 'team.delete' && permission !== 'billing.manage'),
  developer: developing,
  viewer: reading,
  billing: ['team.read', 'billing.read', 'billing.manage'],
}

/** What a token's scope adds up to; a token never has more than the person behind it. */
export const scopes = ['read', 'write', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** Opens `/api/admin` to a token of an operator's, and nothing of any team; no other scope includes it. */
export const OPERATOR_SCOPE = 'operator'

const grantedToScope: Record<Scope, readonly Permission[]> = {
  read: reading,
  write: developing.filter((permission) => permission !== 'tokens.manage'),
  // What asks a person to confirm that it is them is not for a token. Robots are listed and ended by it, never made.
  admin: granted.admin.filter((permission) => permission !== 'tokens.manage'),
}

export function can(role: Role, permission: Permission) {
  return granted[role].includes(permission)
}

/** Whether somebody with one role may give or take another: nobody hands out rights that they lack. */
export function mayGive(own: Role, role: Role) {
  return granted[role].every((permission) => can(own, permission))
}

/** What a token of somebody with this role and these scopes may do. */
export function rightsWithin(role: Role, tokenScopes: readonly string[]): Permission[] {
  return permissions.filter((permission) => can(role, permission) && scopesAllow(tokenScopes, permission))
}

/**
 * The least scopes that give as much as those that were asked for, to somebody with this role. A program that asks
 * for more gets what its person has now, and not what they are given later.
 */
export function narrowScopes(role: Role, asked: readonly Scope[]): Scope[] {
  const least = asked.map((scope) => {
    const rights = rightsWithin(role, [scope]).join()
    return scopes.find((smaller) => rightsWithin(role, [smaller]).join() === rights) ?? scope
  })
  return scopes.filter((scope) => least.includes(scope))
}

/** The smallest scope that includes a permission; null for what no token may do. */
export function scopeFor(permission: Permission): Scope | null {
  return scopes.find((scope) => grantedToScope[scope].includes(permission)) ?? null
}

export function scopesAllow(tokenScopes: readonly string[], permission: Permission) {
  return scopes.some((scope) => tokenScopes.includes(scope) && grantedToScope[scope].includes(permission))
}

/** Whether some scopes open nothing that others do not. */
export function doNoMoreThan(some: readonly string[], others: readonly string[]) {
  if (some.includes(OPERATOR_SCOPE) && !others.includes(OPERATOR_SCOPE)) return false
  return permissions.every((permission) => !scopesAllow(some, permission) || scopesAllow(others, permission))
}
