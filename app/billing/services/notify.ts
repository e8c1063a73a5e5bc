import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Notice, noticeTo } from '#billing/mails/billing_mails'
import { billingPeople } from '#billing/queries/billing_people'
import { queueMail } from '#shared/mail/send_mail'

/** Mails everyone who can do something about it, once the transaction has committed. */
export async function notifyBillingPeople(trx: TransactionClientContract, teamId: string, notice: Notice) {
  const team = await trx.from('teams').where('id', teamId).select('id', 'name').first()
  if (!team) return
  for (const person of await billingPeople(trx, teamId)) {
    await queueMail(trx, noticeTo(person, team, notice))
  }
}
