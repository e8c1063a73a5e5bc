import vine from '@vinejs/vine'

/** Text that can be stored as it is: PostgreSQL takes no NUL, and nothing takes half of a surrogate pair. */
const storable = vine.createRule((value, _, field) => {
  if (typeof value !== 'string') return
  if (value.includes('\0'))
    field.report('The {{ field }} field must not contain a NUL character', 'storable', field)
  if (!value.isWellFormed()) field.mutate(value.toWellFormed(), field)
})

/** What a person or a program writes into a field. */
export const text = () => vine.string().use(storable())
