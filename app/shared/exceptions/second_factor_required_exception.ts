import { Exception } from '@adonisjs/core/exceptions'

/** The team lets in only members with a second factor, and this one has none. */
export default class SecondFactorRequiredException extends Exception {
  static status = 403
  static code = 'E_SECOND_FACTOR_REQUIRED'

  constructor(team: string) {
    super(
      `${team} lets in only members with two-step verification. Add an authenticator app or a passkey under Settings, Security.`
    )
  }
}
