import db from '@adonisjs/lucid/services/db'
import RecordStripeEvent from '#billing/actions/record_stripe_event'
import { handleStripeEvent } from '#billing/jobs/handle_stripe_event'
import { stripe } from '#billing/services/stripe_client'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'

/** Handles an event once more, or one that never came: it is then fetched from Stripe. For operators. */
export default class ReplayStripeEvent {
  /** @returns `fetched` when it had never come */
  async execute(eventId: string, actor: AuditActor): Promise<'replayed' | 'fetched'> {
    const replayed = await db.transaction(async (trx) => {
      const { rowCount } = await sql(trx, 'update stripe_events set handled_at = null where id = ?', [
        eventId,
      ])
      if (rowCount !== 1) return false
      await enqueue(trx, handleStripeEvent, { teamId: null, payload: { eventId } })
      await recordAudit(trx, {
        teamId: null,
        actor,
        action: 'stripe_event.replayed',
        subject: { kind: 'stripe_event', id: eventId },
      })
      return true
    })
    if (replayed) return 'replayed'
    await new RecordStripeEvent().execute(await stripe().events.retrieve(eventId))
    return 'fetched'
  }
}
