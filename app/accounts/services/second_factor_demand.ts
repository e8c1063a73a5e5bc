import type { HttpContext } from '@adonisjs/core/http'
import type { TeamOfUser } from '#accounts/queries/teams_of_user'
import SecondFactorRequiredException from '#shared/exceptions/second_factor_required_exception'
import { rightOf } from '#start/rights'

/** What concerns the person or the installation, and so stays open: among it, adding a second factor. */
const outsideTeams: readonly unknown[] = ['person', 'signed_in', 'operator']

/**
 * Leads whoever lacks the second factor that the team asks for to where one is added; what a program loads is
 * refused instead.
 *
 * @returns whether the request was answered
 * @throws SecondFactorRequiredException
 */
export function demandSecondFactor(ctx: HttpContext, team: TeamOfUser): boolean {
  if (!team.keptOut || outsideTeams.includes(rightOf(ctx.route?.name))) return false
  const refusal = new SecondFactorRequiredException(team.name)
  const wantsPage = ctx.request.header('accept')?.includes('text/html') || ctx.request.header('x-inertia')
  if (ctx.actsAs || !wantsPage) throw refusal
  ctx.session.flash('error', refusal.message)
  ctx.response.redirect().toRoute('security.show')
  return true
}
