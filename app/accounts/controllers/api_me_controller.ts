import type { HttpContext } from '@adonisjs/core/http'

export default class ApiMeController {
  show({ apiToken }: HttpContext) {
    const { id, name, userId, userName, teamId, teamName, role, scopes, expiresAt } = apiToken
    return {
      user: { id: userId, name: userName },
      team: { id: teamId, name: teamName, role },
      token: { id, name, scopes, expiresAt: expiresAt?.toISOString() ?? null },
    }
  }
}
