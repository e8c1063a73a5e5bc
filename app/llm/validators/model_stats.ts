import vine from '@vinejs/vine'

export const modelStatsValidator = vine.create({
  /** How far back; 90 when absent. */
  days: vine.number().withoutDecimals().range([1, 365]).optional(),
})
