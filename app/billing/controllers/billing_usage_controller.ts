import type { HttpContext } from '@adonisjs/core/http'
import { usageReport } from '#billing/queries/usage_report'
import { billingIsOn } from '#billing/services/stripe_client'
import { entitlements } from '#shared/plan/entitlements'

export default class BillingUsageController {
  async show({ inertia, actor }: HttpContext) {
    actor.authorize('billing.read')
    const [usage, spending] = await Promise.all([
      usageReport(actor.teamId),
      entitlements().then((plan) => plan.spending(actor.teamId)),
    ])
    const readsCode = actor.can('workflows.read')
    return inertia.render('billing/usage', {
      usage: readsCode ? usage : withoutTasks(usage),
      spending,
      on: billingIsOn(),
      can: { manage: actor.can('billing.manage'), openWorkflows: readsCode },
    })
  }
}

/** Who does the bills sees which workflow cost what, not what was asked of it: a task may quote code. */
const withoutTasks = (usage: Awaited<ReturnType<typeof usageReport>>) => ({
  ...usage,
  workflows: usage.workflows.map((workflow) => ({ ...workflow, task: '' })),
})
