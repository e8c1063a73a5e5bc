import vine from '@vinejs/vine'

/** The record itself may be here, or be the body, as `application/jose`, with the project in the address. */
export const apiRecordValidator = vine.create({
  projectId: vine.string().uuid(),
  record: vine.string().maxLength(20_000_000).optional(),
})
