import { roles } from '#accounts/enums/role'
import { scopes } from '#accounts/permissions'
import { id, json, type Operations, object, oneOf, text, timeOrNull } from '#shared/api/operation'

export const accountOperations: Operations = {
  'api.me.show': {
    summary: 'Show who the token stands for',
    scope: 'any',
    responses: {
      200: json(
        'The person, the team and the token.',
        object({
          user: object({ id, name: text }),
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
}
