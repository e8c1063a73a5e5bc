import vine from '@vinejs/vine'

/** A file that an installation has exported. */
export const recordValidator = vine.create({
  record: vine.file({ size: '20mb', extnames: ['jws'] }),
})

export const apiRecordValidator = vine.create({
  projectId: vine.string().uuid(),
  record: vine.string().maxLength(20_000_000),
})
