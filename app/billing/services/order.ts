import { intervals } from '#billing/catalogue/plan'
import { MAX_EXTRA_SEATS, soldPlan } from '#billing/catalogue/plans'
import { limitUsage } from '#billing/queries/limit_usage'
import type { Order } from '#billing/services/line_items'
import { err, ok, type Result } from '#shared/result'

/** As somebody has asked for it: names and counts, never an amount or a price. */
export interface WantedOrder {
  plan: string
  interval: string
  extraSeats: number
}

/** @returns the order, or what is wrong with it in a sentence */
export async function readOrder(teamId: string, wanted: WantedOrder): Promise<Result<Order, string>> {
  const plan = soldPlan(wanted.plan)
  const interval = intervals.find((one) => one === wanted.interval)
  if (!plan || !interval) return err('This plan is not for sale. Choose one of those on the page.')
  const most = plan.seats.extra ? MAX_EXTRA_SEATS : 0
  if (wanted.extraSeats > most) {
    return err(
      most === 0
        ? `${plan.name} has no extra seats. Choose Team for more people.`
        : `At most ${most} extra seats can be bought here.`
    )
  }
  const { members } = await limitUsage(teamId)
  const seats = plan.seats.included + wanted.extraSeats
  if (members > seats) {
    return err(
      `The team has ${members} members and invitations, ${plan.name} would have room for ${seats}. Remove ${members - seats} first, or buy more seats.`
    )
  }
  return ok({ plan, interval, extraSeats: wanted.extraSeats })
}
