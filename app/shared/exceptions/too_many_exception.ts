import { Exception } from '@adonisjs/core/exceptions'

/** More than is allowed at a time. */
export default class TooManyException extends Exception {
  static status = 429
  static code = 'E_TOO_MANY'

  constructor(
    message: string,
    readonly retryAfterSeconds: number
  ) {
    super(message)
  }
}
