import vine from '@vinejs/vine'
import { text } from '#shared/validators/text'

export const benchmarkValidator = vine.create({
  models: vine.array(text().trim().maxLength(160)).minLength(1).maxLength(6).distinct(),
  tasks: vine.number().withoutDecimals().range([1, 50]),
})
