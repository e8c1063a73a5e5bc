import { errors } from '@adonisjs/auth'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import User from '#accounts/models/user'
import { type TeamOfUser, teamsOfUser } from '#accounts/queries/teams_of_user'
import { ACTING_AS, type ActingAs } from '#accounts/services/acting_as'
import { Actor } from '#accounts/services/actor'
import { authorizeRoute } from '#accounts/services/authorize_route'
import { demandConsent } from '#accounts/services/consent_demand'
import { linkedTeam } from '#accounts/services/linked_team'
import { demandSecondFactor } from '#accounts/services/second_factor_demand'
import {
  forgetTeamInAddress,
  namedTeam,
  nameTeamInAddress,
  nameTeamInRedirect,
  takeTeamOutOfInput,
} from '#accounts/services/team_address'
import { renewAtRoleChange } from '#accounts/sessions/role_change'
import NotFoundException from '#shared/exceptions/not_found_exception'

interface Options {
  /** Also for people who are in no team (any more). Such a page must ask `ctx.actor` only where there is one. */
  teamless?: boolean
}

/** The refusal in words for people, who see it above the form; a session that ends between two clicks loses no page. */
const askToSignIn =
  ({ request, session }: HttpContext) =>
  (error: unknown): never => {
    if (error instanceof errors.E_UNAUTHORIZED_ACCESS) error.message = 'Sign in to go on.'
    if (request.method() === 'GET' && request.header('x-inertia')) session.setIntendedUrl(request.url(true))
    throw error
  }

/** Lets signed-in people pass and names the actor: who, in which team, with which rights. */
export default class AuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { teamless = false }: Options = {}) {
    await ctx.auth.authenticateUsing(['web'], { loginRoute: '/login' }).catch(askToSignIn(ctx))
    const user = ctx.auth.getUserOrFail()
    if (user.suspendedAt) return this.#turnAway(ctx)
    ctx.person = await this.#personAt(ctx, user)
    ctx.teams = await teamsOfUser(ctx.person.id)
    const team = await this.#chosen(ctx, teamless)
    if (!team && !teamless) return ctx.response.redirect().toRoute('teams.index')
    if (team) {
      this.#act(ctx, team)
      if (!ctx.actsAs) renewAtRoleChange(ctx, team)
    }
    authorizeRoute(ctx)
    if (demandConsent(ctx)) return
    if (team && demandSecondFactor(ctx, team)) return
    if (!team) return next()
    if (ctx.teams.length < 2) return next()
    return this.#keepInTeam(ctx, team.id, next)
  }

  /** A team that is named and not theirs does not exist for them; one that is only referred to may be gone. */
  async #chosen(ctx: HttpContext, teamless: boolean): Promise<TeamOfUser | null> {
    const named = namedTeam(ctx)
    takeTeamOutOfInput(ctx)
    const find = (id: string | undefined) => ctx.teams.find((team) => team.id === id)
    const team = find(named?.id)
    if (named?.explicit && !team) {
      if (!teamless) throw new NotFoundException('page')
      forgetTeamInAddress(ctx)
    }
    if (team) return team
    const linked = named ? null : await linkedTeam(ctx)
    return linked ?? find(ctx.session.get('team_id')) ?? ctx.teams[0] ?? null
  }

  /** The person themselves, or the one in whose place an operator acts, for as long as that is allowed. */
  async #personAt(ctx: HttpContext, user: User): Promise<User> {
    const acting: ActingAs | undefined = ctx.session.get(ACTING_AS)
    if (!acting) return user
    const allowed = user.isOperator && acting.until > Date.now()
    const person = allowed ? await User.find(acting.userId) : null
    if (person && !person.suspendedAt && !person.isOperator) {
      ctx.actsAs = { id: person.id, name: person.fullName }
      return person
    }
    ctx.session.forget(ACTING_AS)
    return user
  }

  #act(ctx: HttpContext, team: TeamOfUser) {
    const user = ctx.auth.getUserOrFail()
    ctx.team = { id: team.id, name: team.name }
    ctx.actor = new Actor(ctx.person.id, team.id, team.role, null, {
      name: ctx.person.fullName,
      address: ctx.request.ip(),
      operator: ctx.actsAs ? { id: user.id, name: user.fullName } : null,
    })
  }

  async #keepInTeam(ctx: HttpContext, teamId: string, next: NextFn) {
    if (ctx.request.method() === 'GET') {
      if (ctx.session.get('team_id') !== teamId) ctx.session.put('team_id', teamId)
      nameTeamInAddress(ctx, teamId)
    }
    const output = await next()
    nameTeamInRedirect(ctx, teamId)
    return output
  }

  async #turnAway(ctx: HttpContext) {
    await ctx.auth.use('web').logout()
    ctx.session.flash('error', 'This account is suspended. Ask whoever operates this installation.')
    return ctx.response.redirect().toRoute('session.create')
  }
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Set by the auth middlewares; routes without them must not read it. */
    actor: Actor
    team: { id: string; name: string }
    /** Who is at a page: the one who signed in or, for an operator acting in somebody's place, that one. */
    person: User
    /** Set while an operator acts in somebody's place. */
    actsAs?: { id: string; name: string }
    /** All teams of the person at a page. */
    teams: TeamOfUser[]
  }
}
