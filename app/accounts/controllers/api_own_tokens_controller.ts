import type { HttpContext } from '@adonisjs/core/http'
import RevokeApiToken from '#accounts/actions/revoke_api_token'
import { doNoMoreThan } from '#accounts/permissions'
import { listApiTokens } from '#accounts/queries/list_api_tokens'
import NotFoundException from '#shared/exceptions/not_found_exception'

/**
 * A person's own tokens, as far as they can do no more than the one that asks: what a lesser token gives away
 * cannot switch off what a greater one does. Making one asks a person whether it is them, and is for the page alone.
 */
export default class ApiOwnTokensController {
  async index(ctx: HttpContext) {
    return { data: await this.#withinReach(ctx) }
  }

  async destroy(ctx: HttpContext) {
    const { params, response, actor } = ctx
    const tokens = await this.#withinReach(ctx)
    if (!tokens.some(({ id }) => id === params.id)) throw new NotFoundException('token')
    const { teamId, personId: userId, audit: by } = actor
    const result = await new RevokeApiToken().execute({ teamId, userId, id: params.id, by })
    if (!result.ok) throw new NotFoundException('token')
    return response.noContent()
  }

  async #withinReach({ actor, apiToken }: HttpContext) {
    const tokens = await listApiTokens(actor.teamId, actor.personId)
    return tokens.filter(({ scopes }) => doNoMoreThan(scopes, apiToken.scopes))
  }
}
