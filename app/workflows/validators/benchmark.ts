import vine from '@vinejs/vine'
import { text } from '#shared/validators/text'

export const benchmarkValidator = vine.create({
  models: vine.array(text().trim().maxLength(160)).minLength(1).maxLength(6).distinct(),
  /** What all of it may cost, in micro-dollars; absent: no more than budgets allow. */
  capMicros: vine.number().withoutDecimals().min(1_000).max(1_000_000_000_000).nullable().optional(),
  tasks: vine.number().withoutDecimals().range([1, 50]),
})
