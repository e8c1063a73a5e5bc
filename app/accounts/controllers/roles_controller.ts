import type { HttpContext } from '@adonisjs/core/http'
import { roles } from '#accounts/enums/role'
import { roleMatrix } from '#accounts/queries/role_matrix'

export default class RolesController {
  show({ inertia, actor }: HttpContext) {
    actor.authorize('team.read')
    return inertia.render('settings/roles', { roles: [...roles], groups: roleMatrix(), own: actor.role })
  }
}
