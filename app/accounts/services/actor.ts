import { Exception } from '@adonisjs/core/exceptions'
import type { Role } from '#accounts/enums/role'
import { can, type Permission, permissions, scopeFor, scopesAllow } from '#accounts/permissions'
import type { AuditActor } from '#shared/audit/record'
import ForbiddenException from '#shared/exceptions/forbidden_exception'
import MissingScopeException from '#shared/exceptions/missing_scope_exception'

/** Beyond rights: as whom what is done is remembered. */
export interface Identity {
  /** As it is shown in the audit trail. */
  name: string
  /** The id of the service token, for a robot. */
  robotId?: string | null
  /** Where the request came from. */
  address?: string | null
  /** The operator who acts in a person's place. */
  operator?: { id: string; name: string } | null
}

/** Who acts, in which team: a person at a page, a token of theirs, or a robot. The same questions answer for all. */
export class Actor {
  constructor(
    /** Null for a robot: it stands for the team, not for whoever made it. */
    readonly userId: string | null,
    readonly teamId: string,
    readonly role: Role,
    /** Null for a person signed in by session. */
    readonly tokenScopes: readonly string[] | null = null,
    readonly identity: Identity = { name: '' }
  ) {}

  get kind(): 'person' | 'robot' {
    return this.userId === null ? 'robot' : 'person'
  }

  /**
   * The id of the person, for what only people have: tokens of their own, memberships, settings.
   * @throws an Exception with status 403 for a robot
   */
  get personId(): string {
    if (this.userId !== null) return this.userId
    const message = 'A service token stands for the team. Only a person can do this: use a token of your own.'
    throw new Exception(message, { status: 403, code: 'E_FORBIDDEN' })
  }

  /** As whom the work is remembered. */
  get author(): { userId: string | null; robotId: string | null } {
    return { userId: this.userId, robotId: this.identity.robotId ?? null }
  }

  /** All that this actor may do here; what a page shows and hides by. */
  get rights(): Permission[] {
    return permissions.filter((permission) => this.can(permission))
  }

  /** For the audit trail. */
  get audit(): AuditActor {
    const { name, address, operator } = this.identity
    const shown = operator ? `${operator.name} as ${name}` : name
    return { kind: this.kind, userId: operator?.id ?? this.userId, name: shown, address: address ?? null }
  }

  can(permission: Permission) {
    return (
      can(this.role, permission) && (this.tokenScopes === null || scopesAllow(this.tokenScopes, permission))
    )
  }

  /** @throws ForbiddenException or, where the person may but the token may not, MissingScopeException */
  authorize(permission: Permission) {
    if (this.can(permission)) return
    const lacksOnlyScope = can(this.role, permission) ? scopeFor(permission) : null
    throw lacksOnlyScope ? new MissingScopeException(lacksOnlyScope) : new ForbiddenException(permission)
  }
}
