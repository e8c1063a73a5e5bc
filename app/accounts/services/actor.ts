import type { Role } from '#accounts/enums/role'
import { can, type Permission, permissions, scopeFor, scopesAllow } from '#accounts/permissions'
import ForbiddenException from '#shared/exceptions/forbidden_exception'
import MissingScopeException from '#shared/exceptions/missing_scope_exception'

/** Who acts, in which team: a person at a page, or a token of theirs. The same questions answer for both. */
export class Actor {
  constructor(
    readonly userId: string,
    readonly teamId: string,
    readonly role: Role,
    /** Null for a person signed in by session. */
    readonly tokenScopes: readonly string[] | null = null
  ) {}

  can(permission: Permission) {
    return (
      can(this.role, permission) && (this.tokenScopes === null || scopesAllow(this.tokenScopes, permission))
    )
  }

  /** All that this actor may do here; what a page shows and hides by. */
  get rights(): Permission[] {
    return permissions.filter((permission) => this.can(permission))
  }

  /** @throws ForbiddenException or, where the person may but the token may not, MissingScopeException */
  authorize(permission: Permission) {
    if (this.can(permission)) return
    const lacksOnlyScope = can(this.role, permission) ? scopeFor(permission) : null
    throw lacksOnlyScope ? new MissingScopeException(lacksOnlyScope) : new ForbiddenException(permission)
  }
}
