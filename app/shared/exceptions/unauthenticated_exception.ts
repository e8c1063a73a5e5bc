import { Exception } from '@adonisjs/core/exceptions'

/** The request carries no bearer token, or one that does not count. */
export default class UnauthenticatedException extends Exception {
  static status = 401
  static code = 'E_UNAUTHENTICATED'

  constructor(
    message: string,
    /** The parameters of the `WWW-Authenticate` header (RFC 6750). */
    readonly challenge: string
  ) {
    super(message)
  }
}
