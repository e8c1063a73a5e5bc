import { withTeam } from '#accounts/services/tenancy'
import ReconcileUsage from '#billing/actions/reconcile_usage'
import ReportUsage from '#billing/actions/report_usage'
import { billedTeams } from '#billing/queries/billed_teams'
import { monthOf, previousMonth } from '#billing/services/month'
import { billingIsOn } from '#billing/services/stripe_client'
import { enqueue, type Job } from '#shared/jobs/job'

export const reportUsage: Job<{ teamId: string }> = {
  name: 'billing.report_usage',
  async run({ teamId }) {
    if (billingIsOn()) await new ReportUsage().execute(teamId)
  },
}

export const reconcileUsage: Job<{ teamId: string }> = {
  name: 'billing.reconcile_usage',
  async run({ teamId }) {
    if (!billingIsOn()) return
    for (const month of [previousMonth(), monthOf()]) await new ReconcileUsage().execute(teamId, month)
  },
}

/** A job for each team, so that one that fails holds up no other. */
const forEachTeam = (name: string, job: Job<{ teamId: string }>): Job<Record<string, never>> => ({
  name,
  async run() {
    if (!billingIsOn()) return
    for await (const teamId of billedTeams()) {
      await withTeam(teamId, (trx) => enqueue(trx, job, { teamId, payload: { teamId }, key: teamId }))
    }
  },
})

export const reportAllUsage = forEachTeam('billing.report_all_usage', reportUsage)
export const reconcileAllUsage = forEachTeam('billing.reconcile_all_usage', reconcileUsage)
