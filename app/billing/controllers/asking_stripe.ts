import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import Stripe from 'stripe'
import { ChangeUnderWay } from '#billing/services/change_lease'
import { PricesMissing } from '#billing/services/prices'

const away = 'Stripe does not answer at the moment. Nothing was changed; try again in a minute.'
const unprepared =
  'The plans are not set up at Stripe yet. The operator of this installation runs "npm run ace -- billing:sync" once.'

/** What a person is told when it is not their mistake; anything unforeseen is thrown on. */
function sentenceFor(error: unknown): string {
  if (error instanceof ChangeUnderWay) return error.message
  if (error instanceof PricesMissing) {
    logger.error(error.message)
    return unprepared
  }
  if (error instanceof Stripe.errors.StripeError) {
    logger.error({ err: error }, 'Stripe refused a request')
    return away
  }
  throw error
}

/** Runs something that asks Stripe; where it fails, the person goes back to where they were, with a sentence. */
export async function askingStripe(
  { session, response }: HttpContext,
  work: () => Promise<unknown>,
  backTo = '/billing'
) {
  try {
    return await work()
  } catch (error) {
    session.flash('error', sentenceFor(error))
    return response.redirect().toPath(backTo)
  }
}
