import type { HttpContext } from '@adonisjs/core/http'
import { planUsage } from '#billing/queries/plan_usage'
import { entitlements } from '#shared/plan/entitlements'

export default class ApiPlanController {
  /** What the plan allows and how much of it is used; about money only people are told, at the pages. */
  async show({ actor }: HttpContext) {
    actor.authorize('team.read')
    const plan = await (await entitlements()).of(actor.teamId)
    return {
      plan: plan.plan,
      name: plan.planName,
      readOnly: plan.readOnly,
      features: plan.features,
      sandbox: plan.sandbox,
      historyDays: plan.limits.history_days,
      limits: await planUsage(actor.teamId, plan),
    }
  }
}
