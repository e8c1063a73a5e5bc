import type { HttpContext } from '@adonisjs/core/http'
import type { AuditActor } from '#shared/audit/record'

/** The signed-in person as records name them, for what belongs to no team. */
export function personOf(ctx: HttpContext): AuditActor & { userId: string } {
  const user = ctx.auth.getUserOrFail()
  const inTeam = (ctx as Partial<HttpContext>).actor?.audit
  return {
    kind: 'person',
    userId: user.id,
    name: inTeam?.name || user.fullName,
    address: ctx.request.ip(),
  }
}
