import { roles } from '#accounts/enums/role'
import { OPERATOR_SCOPE, scopes } from '#accounts/permissions'
import { revocationValidator } from '#accounts/validators/oauth'
import {
  flag,
  id,
  json,
  type Operations,
  object,
  oneOf,
  type Schema,
  text,
  time,
  timeOrNull,
} from '#shared/api/operation'

const orNull = (schema: Schema): Schema => ({ oneOf: [schema, { type: 'null' }] })

const token = object({
  id,
  name: text,
  scopes: { type: 'array', items: oneOf([...scopes, OPERATOR_SCOPE]) },
  lastFour: text,
  createdAt: time,
  lastUsedAt: timeOrNull,
  expiresAt: timeOrNull,
  expired: flag,
})

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
  'api.own_tokens.index': {
    summary: 'List your own API tokens for the team',
    description: 'Those that can do no more than the token that asks. They are made on the page alone.',
    scope: 'any',
    responses: {
      200: json('Newest first; never their text.', object({ data: { type: 'array', items: token } })),
    },
  },
  'api.own_tokens.destroy': {
    summary: 'Revoke an API token of your own, this one included',
    scope: 'any',
    responses: { 204: { description: 'The token is refused from now on, elsewhere within seconds.' } },
    problems: [404],
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
