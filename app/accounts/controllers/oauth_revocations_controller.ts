import type { HttpContext } from '@adonisjs/core/http'
import RevokeGrant from '#accounts/actions/revoke_grant'
import { revocationValidator } from '#accounts/validators/oauth'

/** Ends what a refresh token belongs to (RFC 7009); a token nobody knows is answered alike. */
export default class OauthRevocationsController {
  async store({ request, response }: HttpContext) {
    const { token } = await request.validateUsing(revocationValidator)
    await new RevokeGrant().byRefreshToken(token)
    return response.ok({})
  }
}
