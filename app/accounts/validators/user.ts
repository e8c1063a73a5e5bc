import vine from '@vinejs/vine'
import { text } from '#shared/validators/text'

const email = () => text().trim().toLowerCase().email().maxLength(254)

export const signUpValidator = vine.create({
  fullName: text().trim().minLength(1).maxLength(120),
  email: email().unique({ table: 'users', column: 'email', caseInsensitive: true }),
  // The upper bound keeps a hostile password from costing seconds of hashing.
  password: vine.string().minLength(10).maxLength(128),
})

export const signInValidator = vine.create({
  email: text().trim().toLowerCase().maxLength(254),
  password: vine.string().maxLength(128),
})
