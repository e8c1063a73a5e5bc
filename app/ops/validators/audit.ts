import vine from '@vinejs/vine'
import { pagination } from '#shared/validators/pagination'
import { text } from '#shared/validators/text'

const day = () => vine.date({ formats: ['YYYY-MM-DD'] }).optional()

const filter = {
  /** A part of the actor's name. */
  actor: text().trim().maxLength(160).optional(),
  action: text().trim().maxLength(64).optional(),
  /** First and last day, UTC. */
  from: day(),
  to: day(),
}

export const listAuditValidator = vine.create({ ...filter, ...pagination })

export const exportFormats = ['csv', 'json'] as const

export const exportAuditValidator = vine.create({ ...filter, format: vine.enum(exportFormats) })
