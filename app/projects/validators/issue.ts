import vine from '@vinejs/vine'
import { text } from '#shared/validators/text'

export const issueFilterValidator = vine.create({ q: text().trim().maxLength(200).optional() })
