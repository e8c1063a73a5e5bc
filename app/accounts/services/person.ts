import type { HttpContext } from '@adonisjs/core/http'
import type { AuditActor } from '#shared/audit/record'

/** The person at a page as records name them, for what belongs to no team yet. */
export function personOf(ctx: HttpContext): AuditActor & { userId: string } {
  const { auth, person, actsAs, request } = ctx
  const user = auth.getUserOrFail()
  const name = actsAs ? `${user.fullName} as ${person.fullName}` : user.fullName
  return { kind: 'person', userId: user.id, name, address: request.ip() }
}
