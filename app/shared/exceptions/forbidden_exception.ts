import { Exception } from '@adonisjs/core/exceptions'

export default class ForbiddenException extends Exception {
  static status = 403
  static code = 'E_FORBIDDEN'

  constructor(permission: string) {
    super(
      `This needs the right "${permission}", which you do not have here. Ask an owner or admin of the team.`
    )
  }
}
