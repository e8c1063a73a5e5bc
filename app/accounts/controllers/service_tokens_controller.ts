import type { HttpContext } from '@adonisjs/core/http'
import CreateServiceToken from '#accounts/actions/create_service_token'
import RevokeServiceToken from '#accounts/actions/revoke_service_token'
import { listServiceTokens } from '#accounts/queries/list_service_tokens'
import { createServiceTokenValidator } from '#accounts/validators/team'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ServiceTokensController {
  async index(ctx: HttpContext) {
    ctx.actor.authorize('service_tokens.manage')
    return this.#render(ctx)
  }

  /** Answers with the page itself: the token is in this one answer and never in a session or the history. */
  async store(ctx: HttpContext) {
    ctx.actor.authorize('service_tokens.manage')
    const { name, scopes, expires } = await ctx.request.validateUsing(createServiceTokenValidator)
    const expiresInDays = expires === 'never' ? null : Number(expires)
    const result = await new CreateServiceToken().execute({ actor: ctx.actor, name, scopes, expiresInDays })
    if (!result.ok)
      throw fieldError('name', 'Another robot of this team has that name. Choose a different one.')
    const { token } = result.value
    ctx.inertia.flash(() => ({ newToken: { name, token } }))
    ctx.response.header('cache-control', 'no-store')
    return this.#render(ctx)
  }

  async destroy({ params, response, session, actor }: HttpContext) {
    actor.authorize('service_tokens.manage')
    const result = await new RevokeServiceToken().execute({ actor, id: params.id })
    if (!result.ok) throw new NotFoundException('service token')
    session.flash('success', 'Token revoked.')
    return response.redirect().toRoute('service_tokens.index')
  }

  async #render({ inertia, actor }: HttpContext) {
    const tokens = await listServiceTokens(actor.teamId)
    return inertia.render('settings/service_tokens', { tokens: tokens.map((token) => ({ ...token })) })
  }
}
