import { checkAccessToken } from '#accounts/services/access_token'
import { type CheckedToken, checkApiToken } from '#accounts/services/api_token_check'
import { looksSigned } from '#shared/tokens/signed_token'

/** Who a bearer token stands for, be it one of Settings or a signed one; null for one that counts no more. */
export const checkBearerToken = (text: string): Promise<CheckedToken | null> =>
  looksSigned(text) ? checkAccessToken(text) : checkApiToken(text)
