import { billingIsOn } from '#billing/services/stripe_client'
import NotFoundException from '#shared/exceptions/not_found_exception'

/** @throws NotFoundException where nothing is sold */
export function demandBilling() {
  if (!billingIsOn()) throw new NotFoundException('page')
}
