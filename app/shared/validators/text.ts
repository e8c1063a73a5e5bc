import vine from '@vinejs/vine'

/** Text that can be stored as it is: PostgreSQL takes no NUL. */
const storable = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && value.includes('\0'))
    field.report('The {{ field }} field must not contain a NUL character', 'storable', field)
})

/** What a person or a program writes into a field. */
export const text = () => vine.string().use(storable())
