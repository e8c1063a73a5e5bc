import vine from '@vinejs/vine'
import { OPERATOR_SCOPE, scopes } from '#accounts/permissions'
import { text } from '#shared/validators/text'

/** How long a new token may live, in days; null is until it is revoked. */
export const lifetimes = ['30', '90', '365', 'never'] as const

export const createApiTokenValidator = vine.create({
  name: text().trim().minLength(1).maxLength(80),
  scopes: vine
    .array(vine.enum([...scopes, OPERATOR_SCOPE]))
    .minLength(1)
    .distinct(),
  expires: vine.enum(lifetimes),
})
