import vine from '@vinejs/vine'
import { scopes } from '#accounts/permissions'

const scope = vine
  .string()
  .regex(new RegExp(`^(${scopes.join('|')})( (${scopes.join('|')}))*$`))
  .optional()
const client = vine.string().maxLength(64)

/** What each kind of token request carries (RFC 6749 §4, RFC 7636); `username` is the e-mail address. */
export const passwordGrantValidator = vine.create({
  grant_type: vine.literal('password'),
  username: vine.string().trim().toLowerCase().maxLength(254),
  password: vine.string().maxLength(1024),
  /** A one-time code, or a recovery code. */
  otp: vine.string().maxLength(32).optional(),
  /** The first team of the person when absent. */
  team: vine.string().uuid().optional(),
  scope: scope.clone(),
  client_id: client.clone().optional(),
})

export const codeGrantValidator = vine.create({
  grant_type: vine.literal('authorization_code'),
  code: vine.string().maxLength(200),
  redirect_uri: vine.string().maxLength(500),
  code_verifier: vine.string().regex(/^[\w.~-]{43,128}$/),
  client_id: client.clone(),
})

export const refreshGrantValidator = vine.create({
  grant_type: vine.literal('refresh_token'),
  refresh_token: vine.string().maxLength(200),
  client_id: client.clone(),
})

export const revocationValidator = vine.create({
  token: vine.string().maxLength(4096),
  token_type_hint: vine.string().maxLength(32).optional(),
})

/** What may go wrong only where the person can see it: a program that is not known gets no redirect. */
export const authorizationClientValidator = vine.create({
  client_id: client.clone(),
  redirect_uri: vine.string().maxLength(500),
})

export const authorizationValidator = vine.create({
  response_type: vine.literal('code'),
  code_challenge: vine.string().regex(/^[\w-]{43}$/),
  code_challenge_method: vine.literal('S256'),
  state: vine.string().maxLength(500).optional(),
  scope: scope.clone(),
})

export const decisionValidator = vine.create({
  decision: vine.enum(['allow', 'deny'] as const),
})

/** What a program says of itself (RFC 7591 §2); anything but a public client with PKCE is refused. */
export const clientRegistrationValidator = vine.create({
  redirect_uris: vine.array(vine.string().maxLength(500)).minLength(1).maxLength(10),
  client_name: vine
    .string()
    .trim()
    .maxLength(80)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u)
    .optional(),
  token_endpoint_auth_method: vine.literal('none').optional(),
  grant_types: vine.array(vine.enum(['authorization_code', 'refresh_token'] as const)).optional(),
  response_types: vine.array(vine.literal('code')).optional(),
})
