import { Exception } from '@adonisjs/core/exceptions'

/** The request is fine; what it is about is not in the state it needs. The message says which and what to do. */
export default class ConflictException extends Exception {
  static status = 409
  static code = 'E_CONFLICT'
}
