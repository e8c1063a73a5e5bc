import type { Role } from '#accounts/enums/role'

export const permissions = [
  'projects.read',
  'projects.manage',
  'workflows.read',
  'workflows.run',
  'tokens.manage',
] as const
export type Permission = (typeof permissions)[number]

/** The one table of rights: pages, API tokens and live channels ask it, nothing asks a role by name. */
const granted: Record<Role, readonly Permission[]> = {
  owner: permissions,
  admin: permissions,
  developer: ['projects.read', 'projects.manage', 'workflows.read', 'workflows.run', 'tokens.manage'],
  viewer: ['projects.read', 'workflows.read'],
  billing: [],
}

/** What a token's scope adds up to; a token never has more than the person behind it. */
export const scopes = ['read', 'write'] as const
export type Scope = (typeof scopes)[number]

const grantedToScope: Record<Scope, readonly Permission[]> = {
  read: ['projects.read', 'workflows.read'],
  write: ['projects.read', 'projects.manage', 'workflows.read', 'workflows.run'],
}

export function can(role: Role, permission: Permission) {
  return granted[role].includes(permission)
}

/** The smallest scope that includes a permission; null for what no token may do. */
export function scopeFor(permission: Permission): Scope | null {
  return scopes.find((scope) => grantedToScope[scope].includes(permission)) ?? null
}

export function scopesAllow(tokenScopes: readonly string[], permission: Permission) {
  return scopes.some((scope) => tokenScopes.includes(scope) && grantedToScope[scope].includes(permission))
}
