import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import vine from '@vinejs/vine'
import { text } from '#shared/validators/text'

const name = () => text().trim().minLength(1).maxLength(80)
const encoded = (most: number) =>
  vine
    .string()
    .regex(/^[\w-]+$/)
    .maxLength(most)

const kind = () => vine.literal('public-key')

export const passkeyNameValidator = vine.create({ name: name() })

export const challengeValidator = vine.create({
  for: vine.enum(['sign_in', 'second_factor', 'confirm', 'register'] as const),
})

/** What a browser answers when it was asked to make a key; what is in it is checked by its signature. */
export const newPasskeyValidator = vine.create({
  name: name(),
  response: vine.object({
    id: encoded(1400),
    rawId: encoded(1400),
    type: kind(),
    response: vine.object({
      clientDataJSON: encoded(4000),
      attestationObject: encoded(20_000),
      transports: vine.array(vine.string().maxLength(20)).maxLength(8).optional(),
    }),
  }),
})

/** What a browser answers when it was asked to use one. */
export const passkeyValidator = vine.create({
  response: vine.object({
    id: encoded(1400),
    rawId: encoded(1400),
    type: kind(),
    response: vine.object({
      clientDataJSON: encoded(4000),
      authenticatorData: encoded(4000),
      signature: encoded(4000),
      userHandle: encoded(200).optional(),
    }),
  }),
})

/** The parts that were checked, in the shape that the verifying library takes. */
export const asRegistration = (response: unknown) =>
  ({ clientExtensionResults: {}, ...(response as object) }) as RegistrationResponseJSON
export const asAuthentication = (response: unknown) =>
  ({ clientExtensionResults: {}, ...(response as object) }) as AuthenticationResponseJSON
