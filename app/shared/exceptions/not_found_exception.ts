import { Exception } from '@adonisjs/core/exceptions'

/** Absent and somebody else's answer alike, so that ids cannot be probed. */
export default class NotFoundException extends Exception {
  static status = 404
  static code = 'E_NOT_FOUND'

  constructor(what: string) {
    super(`There is no such ${what} in this team.`)
  }
}
