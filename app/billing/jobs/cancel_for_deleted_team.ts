import EndSubscription from '#billing/actions/end_subscription'
import { billingIsOn } from '#billing/services/stripe_client'
import { system } from '#shared/audit/record'
import type { Job } from '#shared/jobs/job'

/** A deleted team can be brought back for a while, so its plan ends with what is paid rather than at once. */
export const cancelForDeletedTeam: Job<{ teamId: string }> = {
  name: 'billing.cancel_for_deleted_team',
  async run({ teamId }) {
    if (billingIsOn()) await new EndSubscription().execute({ teamId, actor: system, end: true })
  },
}
