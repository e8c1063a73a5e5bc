import type { HttpContext } from '@adonisjs/core/http'
import { roleMatrix } from '#accounts/queries/role_matrix'

export default class ApiRolesController {
  index({ actor }: HttpContext) {
    actor.authorize('team.read')
    return { data: roleMatrix().flatMap(({ rows }) => rows) }
  }
}
