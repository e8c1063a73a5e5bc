export type OauthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_redirect_uri'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  /** The password was right and a second factor is wanted: ask for the code and send the request again with `otp`. */
  | 'mfa_required'
  /** Too many codes; comes with status 429. */
  | 'slow_down'

/** An answer of the token endpoint as RFC 6749 §5.2 wants it, with a sentence for a person. */
export class OauthError extends Error {
  constructor(
    readonly code: OauthErrorCode,
    message: string,
    readonly status = code === 'invalid_client' ? 401 : 400
  ) {
    super(message)
  }
}
