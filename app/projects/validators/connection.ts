import vine from '@vinejs/vine'
import { pagination } from '#shared/validators/pagination'
import { text } from '#shared/validators/text'

const host = () => vine.enum(['github', 'gitlab'] as const)

export const connectTokenValidator = vine.create({
  host: host(),
  token: text().trim().minLength(8).maxLength(4000),
  /** The host's address where it is not the installation's own. */
  url: text().trim().maxLength(500).nullable().optional(),
})

/** What a host sends people back with, whichever way it went. */
export const authorizationAnswerValidator = vine.create({
  code: text().maxLength(2000).optional(),
  state: text().maxLength(200).optional(),
  error: text().maxLength(200).optional(),
  error_description: text().maxLength(1000).optional(),
  setup_action: text().maxLength(50).optional(),
})

export const pageValidator = vine.create({ page: pagination.page })

export const repositoryFilterValidator = vine.create({
  search: text().trim().maxLength(200).nullable().optional(),
  connectionId: vine.string().uuid().optional(),
  page: vine.number().withoutDecimals().min(1).max(100_000).optional(),
  perPage: vine.number().withoutDecimals().min(1).max(100).optional(),
})

export const importRepositoriesValidator = vine.create({
  repositories: vine.array(vine.string().uuid()).minLength(1).maxLength(20).distinct(),
})
