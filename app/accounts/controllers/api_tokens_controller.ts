import type { HttpContext } from '@adonisjs/core/http'
import CreateApiToken from '#accounts/actions/create_api_token'
import RevokeApiToken from '#accounts/actions/revoke_api_token'
import { OPERATOR_SCOPE } from '#accounts/permissions'
import { listApiTokens } from '#accounts/queries/list_api_tokens'
import ApiTokenTransformer from '#accounts/transformers/api_token_transformer'
import { createApiTokenValidator } from '#accounts/validators/api_token'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ApiTokensController {
  async index(ctx: HttpContext) {
    ctx.actor.authorize('tokens.manage')
    return this.#render(ctx)
  }

  /**
   * Answers with the page itself, not with a redirect: the token is in this one answer, as flash data that
   * the browser's history does not keep, and never in a session.
   */
  async store(ctx: HttpContext) {
    ctx.actor.authorize('tokens.manage')
    const { name, scopes, expires } = await ctx.request.validateUsing(createApiTokenValidator)
    if (scopes.includes(OPERATOR_SCOPE)) this.#mayOperate(ctx, expires)
    const { token } = await new CreateApiToken().execute({
      teamId: ctx.actor.teamId,
      userId: ctx.actor.personId,
      name,
      scopes,
      expiresInDays: expires === 'never' ? null : Number(expires),
      by: ctx.actor.audit,
    })
    ctx.inertia.flash(() => ({ newToken: { name, token } }))
    ctx.response.header('cache-control', 'no-store')
    return this.#render(ctx)
  }

  #mayOperate({ person }: HttpContext, expires: string) {
    if (!person.isOperator) throw fieldError('scopes', 'Only operators of this installation can give this.')
    if (expires === 'never') throw fieldError('expires', 'Such a token must expire. Choose a year at most.')
  }

  async destroy({ params, response, session, actor }: HttpContext) {
    actor.authorize('tokens.manage')
    const result = await new RevokeApiToken().execute({
      teamId: actor.teamId,
      userId: actor.personId,
      id: params.id,
      by: actor.audit,
    })
    if (!result.ok) throw new NotFoundException('token')
    session.flash('success', 'Token revoked.')
    return response.redirect().toRoute('api_tokens.index')
  }

  async #render({ inertia, actor }: HttpContext) {
    const tokens = await listApiTokens(actor.teamId, actor.personId)
    return inertia.render('settings/tokens', { tokens: ApiTokenTransformer.transform(tokens) })
  }
}
