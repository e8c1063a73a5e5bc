import vine from '@vinejs/vine'
import { intervals } from '#billing/catalogue/plan'
import { MAX_EXTRA_SEATS, soldPlans } from '#billing/catalogue/plans'

const order = {
  plan: vine.enum(soldPlans.map(({ key }) => key)),
  interval: vine.enum(intervals),
  extraSeats: vine.number().withoutDecimals().min(0).max(MAX_EXTRA_SEATS).optional(),
}

/** What is wanted, in names and counts: amounts and prices are never taken from a request. */
export const orderValidator = vine.create(order)

export const changePlanValidator = vine.create({
  ...order,
  previewedAt: vine.number().withoutDecimals().positive().optional(),
})

/** Micro-dollars; up to 100,000 dollars a month. */
export const spendCapValidator = vine.create({
  micros: vine.number().withoutDecimals().min(0).max(100_000_000_000),
})

export const overviewValidator = vine.create({
  checkout: vine.enum(['done', 'left'] as const).optional(),
})
