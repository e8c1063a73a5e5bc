import vine from '@vinejs/vine'

const email = () => vine.string().trim().toLowerCase().email().maxLength(254)

export const signUpValidator = vine.create({
  fullName: vine.string().trim().minLength(1).maxLength(120),
  email: email().unique({ table: 'users', column: 'email', caseInsensitive: true }),
  // The upper bound keeps a hostile password from costing seconds of hashing.
  password: vine.string().minLength(10).maxLength(128),
})

export const signInValidator = vine.create({
  email: vine.string().trim().toLowerCase().maxLength(254),
  password: vine.string().maxLength(128),
})
