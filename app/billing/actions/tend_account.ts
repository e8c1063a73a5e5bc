import { withTeam } from '#accounts/services/tenancy'
import SyncBilling from '#billing/actions/sync_billing'
import { backToFree, cardExpiring, readOnlyBegun } from '#billing/mails/billing_mails'
import { CARD_NOTICE_DAYS } from '#billing/queries/billing_overview'
import { type BillingAccount, billingAccount } from '#billing/services/account'
import { notifyBillingPeople } from '#billing/services/notify'
import { entitlementsOfAccount } from '#billing/services/plan_of_account'
import { storeQueueShare } from '#billing/services/queue_share'
import { standingOf } from '#billing/services/standing'
import { stripe } from '#billing/services/stripe_client'
import { forgetEntitlements } from '#billing/services/team_entitlements'
import { sql } from '#shared/database/sql'

const DAY_MS = 86_400_000
/** However reliable webhooks are, Stripe is asked this often. */
const READ_AGAIN_MS = DAY_MS

/** What the clock alone brings about: reading only, Free, reminders. Run again, it finds nothing to do. */
export default class TendAccount {
  async execute(teamId: string, now = new Date()) {
    const account = await this.#fresh(teamId, now)
    const standing = standingOf(account, now)
    if (standing.kind === 'read_only')
      await this.#tellOnce(teamId, 'read_only', readOnlyBegun(standing.until))
    if (standing.kind === 'free' && account.pastDueSince) await this.#giveUp(teamId, account)
    if (standing.kind === 'paid') await this.#remindOfCard(teamId, account, now)
    await withTeam(teamId, (trx) => storeQueueShare(trx, teamId, entitlementsOfAccount(account, now)))
    forgetEntitlements(teamId)
  }

  async #fresh(teamId: string, now: Date): Promise<BillingAccount> {
    const account = await billingAccount(teamId)
    const isOld = !account.readAt || now.getTime() - account.readAt.getTime() > READ_AGAIN_MS
    return isOld ? new SyncBilling().execute(teamId) : account
  }

  #tellOnce(teamId: string, notice: string, mail: Parameters<typeof notifyBillingPeople>[2]) {
    return withTeam(teamId, async (trx) => {
      const { rowCount } = await sql(
        trx,
        'update billing_accounts set dunning_notice = ? where dunning_notice is distinct from ?',
        [notice, notice]
      )
      if (rowCount === 1) await notifyBillingPeople(trx, teamId, mail)
    })
  }

  /** Who is back on Free is not to be charged for another month of the plan. */
  async #giveUp(teamId: string, { subscriptionId }: BillingAccount) {
    await this.#tellOnce(teamId, 'free', backToFree)
    if (!subscriptionId) return
    await stripe().subscriptions.cancel(
      subscriptionId,
      { invoice_now: false, prorate: false },
      { idempotencyKey: `give-up:${subscriptionId}` }
    )
    await new SyncBilling().execute(teamId)
  }

  async #remindOfCard(teamId: string, { card, cancelAt }: BillingAccount, now: Date) {
    if (!card || cancelAt || card.expires.getTime() - now.getTime() > CARD_NOTICE_DAYS * DAY_MS) return
    await withTeam(teamId, async (trx) => {
      const { rowCount } = await sql(
        trx,
        'update billing_accounts set card_notice = card_expires where card_notice is distinct from card_expires',
        []
      )
      if (rowCount === 1) await notifyBillingPeople(trx, teamId, cardExpiring(card, card.expires))
    })
  }
}
