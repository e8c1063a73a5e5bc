import { withTeam } from '#accounts/services/tenancy'
import TendAccount from '#billing/actions/tend_account'
import { billedTeams } from '#billing/queries/billed_teams'
import { billingIsOn } from '#billing/services/stripe_client'
import { enqueue, type Job } from '#shared/jobs/job'

export const tendAccount: Job<{ teamId: string }> = {
  name: 'billing.tend_account',
  async run({ teamId }) {
    if (billingIsOn()) await new TendAccount().execute(teamId)
  },
}

/** A job for each team, so that one that fails holds up no other. */
export const tendAccounts: Job<Record<string, never>> = {
  name: 'billing.tend_accounts',
  async run() {
    if (!billingIsOn()) return
    for await (const teamId of billedTeams()) {
      await withTeam(teamId, (trx) => enqueue(trx, tendAccount, { teamId, payload: { teamId }, key: teamId }))
    }
  },
}
