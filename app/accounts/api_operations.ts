import { roles } from '#accounts/enums/role'
import { scopes } from '#accounts/permissions'
import { revocationValidator } from '#accounts/validators/oauth'
import {
  id,
  json,
  type Operations,
  object,
  oneOf,
  type Schema,
  text,
  timeOrNull,
} from '#shared/api/operation'

const orNull = (schema: Schema): Schema => ({ oneOf: [schema, { type: 'null' }] })

export const accountOperations: Operations = {
  'api.me.show': {
    summary: 'Show who the token stands for',
    scope: 'any',
    responses: {
      200: json(
        'The person or the robot, the team and the token.',
        object({
          user: orNull(object({ id, name: text })),
          robot: orNull(object({ id, name: text })),
          team: object({ id, name: text, role: oneOf(roles) }),
          token: object({
            id,
            name: text,
            scopes: { type: 'array', items: oneOf(scopes) },
            expiresAt: timeOrNull,
          }),
        })
      ),
    },
  },
  'api.oauth_tokens.store': {
    summary: 'Get or renew an access token',
    description:
      'OAuth 2: grant_type password (username, password, otp where a second factor is set), authorization_code (PKCE) or refresh_token, as JSON or as a form. Errors are those of RFC 6749 §5.2.',
    scope: 'public',
    responses: {
      200: json(
        'A JWT for the Authorization header, valid for an hour, and what renews it once.',
        object({
          access_token: text,
          token_type: { const: 'Bearer' },
          expires_in: { type: 'integer' },
          refresh_token: text,
          scope: text,
          team: id,
        })
      ),
    },
  },
  'api.oauth_revocations.store': {
    summary: 'End what a refresh token belongs to (RFC 7009)',
    scope: 'public',
    input: revocationValidator,
    responses: { 200: json('It is ended, if there was such a token.', object({})) },
  },
}
