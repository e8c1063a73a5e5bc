import type { HttpContext } from '@adonisjs/core/http'

export default class ApiMeController {
  show({ apiToken }: HttpContext) {
    const { id, name, userId, userName, teamId, teamName, role, scopes, expiresAt } = apiToken
    const robot = apiToken.kind === 'robot'
    return {
      user: robot ? null : { id: userId, name: userName },
      robot: robot ? { id, name: userName } : null,
      team: { id: teamId, name: teamName, role },
      token: { id, name, scopes, expiresAt: expiresAt?.toISOString() ?? null },
    }
  }
}
