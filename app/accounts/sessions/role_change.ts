import type { HttpContext } from '@adonisjs/core/http'
import type { Role } from '#accounts/enums/role'

/**
 * Gives the session a new id when its person has another role in a team than they had, so that an id that
 * leaked before is worth nothing afterwards. Only for pages: what runs beside one would lose its session.
 */
export function renewAtRoleChange({ request, session }: HttpContext, team: { id: string; role: Role }) {
  if (request.method() !== 'GET' || request.accepts(['html', 'json']) !== 'html') return
  const roles: Record<string, Role> = session.get('roles') ?? {}
  const before = roles[team.id]
  if (before === team.role) return
  session.put('roles', { ...roles, [team.id]: team.role })
  if (before) session.regenerate()
}
