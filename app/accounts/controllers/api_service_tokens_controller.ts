import type { HttpContext } from '@adonisjs/core/http'
import RevokeServiceToken from '#accounts/actions/revoke_service_token'
import { listServiceTokens } from '#accounts/queries/list_service_tokens'
import NotFoundException from '#shared/exceptions/not_found_exception'

/** Making one asks a person whether it is them, which a token cannot say: that is for the page alone. */
export default class ApiServiceTokensController {
  async index({ actor }: HttpContext) {
    actor.authorize('service_tokens.manage')
    return { data: await listServiceTokens(actor.teamId) }
  }

  async destroy({ params, response, actor }: HttpContext) {
    actor.authorize('service_tokens.manage')
    const result = await new RevokeServiceToken().execute({ actor, id: params.id })
    if (!result.ok) throw new NotFoundException('service token')
    return response.noContent()
  }
}
