import vine from '@vinejs/vine'
import { pagination } from '#shared/validators/pagination'
import { text } from '#shared/validators/text'

export const adminListValidator = vine.create({
  q: text().trim().maxLength(254).optional(),
  page: pagination.page,
})

export const impersonationValidator = vine.create({ reason: text().trim().minLength(3).maxLength(200) })

export const flagValidator = vine.create({
  name: vine.string().regex(/^[a-z][a-z0-9_]{1,63}$/),
  percentage: vine.number().withoutDecimals().range([0, 100]),
  teamIds: vine.array(vine.string().uuid()).maxLength(200).distinct().optional(),
})

/** The same where the name is in the address. */
export const flagSettingValidator = vine.create({
  percentage: vine.number().withoutDecimals().range([0, 100]),
  teamIds: vine.array(vine.string().uuid()).maxLength(200).distinct().optional(),
})

export const stripeEventValidator = vine.create({
  id: vine
    .string()
    .trim()
    .regex(/^evt_[A-Za-z0-9_]{1,250}$/),
})

export const replayValidator = vine.create({ id: vine.string().uuid().optional() })
