import { Exception } from '@adonisjs/core/exceptions'

/** The person may, the token may not. */
export default class MissingScopeException extends Exception {
  static status = 403
  static code = 'E_MISSING_SCOPE'

  constructor(readonly scope: string) {
    super(`This needs a token with the scope "${scope}". Make one under Settings.`)
  }
}
