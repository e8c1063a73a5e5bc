import vine from '@vinejs/vine'

/** A file that an installation has exported. */
export const recordValidator = vine.create({
  record: vine.file({ size: '20mb', extnames: ['jws'] }),
})
