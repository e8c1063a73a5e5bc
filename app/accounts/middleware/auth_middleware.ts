import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type User from '#accounts/models/user'
import { type TeamOfUser, teamsOfUser } from '#accounts/queries/teams_of_user'
import { Actor } from '#accounts/services/actor'
import {
  forgetTeamInAddress,
  namedTeam,
  nameTeamInAddress,
  nameTeamInRedirect,
  takeTeamOutOfInput,
} from '#accounts/services/team_address'
import NotFoundException from '#shared/exceptions/not_found_exception'

interface Options {
  /** Also for people who are in no team (any more). Such a page must ask `ctx.actor` only where there is one. */
  teamless?: boolean
}

/** Lets signed-in people pass and names the actor: who, in which team, with which rights. */
export default class AuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { teamless = false }: Options = {}) {
    await ctx.auth.authenticateUsing(['web'], { loginRoute: '/login' })
    const user = ctx.auth.getUserOrFail()
    if (user.suspendedAt) return this.#turnAway(ctx)
    ctx.teams = await teamsOfUser(user.id)
    const team = this.#chosen(ctx, teamless)
    if (!team) return teamless ? next() : ctx.response.redirect().toRoute('teams.index')
    this.#act(ctx, user, team)
    if (ctx.teams.length < 2) return next()
    return this.#keepInTeam(ctx, team.id, next)
  }

  /** A team that is named and not theirs does not exist for them; one that is only referred to may be gone. */
  #chosen(ctx: HttpContext, teamless: boolean): TeamOfUser | null {
    const named = namedTeam(ctx)
    takeTeamOutOfInput(ctx)
    const find = (id: string | undefined) => ctx.teams.find((team) => team.id === id)
    const team = find(named?.id)
    if (named?.explicit && !team) {
      if (!teamless) throw new NotFoundException('page')
      forgetTeamInAddress(ctx)
    }
    return team ?? find(ctx.session.get('team_id')) ?? ctx.teams[0] ?? null
  }

  #act(ctx: HttpContext, user: User, team: TeamOfUser) {
    ctx.team = { id: team.id, name: team.name }
    ctx.actor = new Actor(user.id, team.id, team.role, null, {
      name: user.fullName,
      address: ctx.request.ip(),
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
    /** All teams of the person at a page. */
    teams: TeamOfUser[]
  }
}
