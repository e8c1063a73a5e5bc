import { Exception } from '@adonisjs/core/exceptions'

/** The body is not what its headers say. */
export default class BodyException extends Exception {
  static status = 400
  static code = 'E_UNREADABLE_BODY'
}

/** A body that claims to be compressed and is not is the sender's mistake, not ours; null for any other error. */
export function asUnreadableBody(error: unknown) {
  const code = (error as { code?: unknown } | null)?.code
  const broken = typeof code === 'string' && /^(Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_ZSTD)/.test(code)
  return broken ? new BodyException('The body is not compressed as its Content-Encoding header says.') : null
}
