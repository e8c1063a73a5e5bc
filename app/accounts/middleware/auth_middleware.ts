import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { teamOfUser } from '#accounts/queries/team_of_user'
import { Actor } from '#accounts/services/actor'

/** Lets signed-in people pass and names the actor: who, in which team, with which rights. */
export default class AuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    await ctx.auth.authenticateUsing(['web'], { loginRoute: '/login' })
    const user = ctx.auth.getUserOrFail()
    const team = await teamOfUser(user.id, ctx.session.get('team_id'))
    if (!team) return ctx.response.redirect().toRoute('home')
    ctx.team = { id: team.id, name: team.name }
    ctx.actor = new Actor(user.id, team.id, team.role)
    return next()
  }
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Set by the auth middlewares; routes without them must not read it. */
    actor: Actor
    team: { id: string; name: string }
  }
}
