import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { isLeaked, leaked } from '#accounts/services/leaked_passwords'
import { guessable, isGuessable } from '#accounts/services/passwords'
import { shownVersion } from '#accounts/validators/consent'
import { fieldError } from '#shared/exceptions/field_error'
import { text } from '#shared/validators/text'

const email = () => text().trim().toLowerCase().email().maxLength(254)

// The upper bound keeps a hostile password from costing seconds of hashing.
const newPassword = () => vine.string().minLength(10).maxLength(128)

/** Somebody's password as they type it, which may be older than the rules. */
const password = () => vine.string().maxLength(128)

export const fullName = () => text().trim().minLength(1).maxLength(120)

export const signUpValidator = vine.create({
  fullName: fullName(),
  email: email(),
  password: newPassword(),
  terms: shownVersion(),
})

export const signInValidator = vine.create({
  email: text().trim().toLowerCase().maxLength(254),
  password: password(),
  remember: vine.accepted().optional(),
})

export const secondFactorValidator = vine.create({ code: text().trim().maxLength(40) })

export const emailValidator = vine.create({ email: email() })

export const newPasswordValidator = vine.create({ password: newPassword() })

export const profileValidator = vine.create({ fullName: fullName() })

export const confirmationValidator = vine.create({
  password: password().optional(),
  code: text().trim().maxLength(40).optional(),
})

export type SignUp = Infer<typeof signUpValidator>

/** @throws E_VALIDATION_ERROR at the field `password` */
export async function refuseGuessable(chosen: string, about: readonly string[]) {
  if (isGuessable(chosen, about)) throw fieldError('password', guessable)
  if (await isLeaked(chosen)) throw fieldError('password', leaked)
}
