import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import RegisterOauthClient from '#accounts/actions/register_oauth_client'
import { mayBeAnsweredAt } from '#accounts/enums/oauth_client'
import { OauthError } from '#accounts/services/oauth_error'
import { clientRegistrationValidator } from '#accounts/validators/oauth'

/** Programs introduce themselves before a person is asked (RFC 7591); MCP clients do. All are public clients. */
export default class OauthClientsController {
  async store({ request, response }: HttpContext) {
    response.header('cache-control', 'no-store')
    try {
      const input = await request.validateUsing(clientRegistrationValidator)
      const redirectUris = [...new Set(input.redirect_uris)]
      const wrong = redirectUris.find((uri) => !mayBeAnsweredAt(uri))
      if (wrong)
        throw new OauthError(
          'invalid_redirect_uri',
          'Use https, a loopback address, or the scheme of an editor.'
        )
      const name = input.client_name ?? 'A program without a name'
      const { id, createdAt } = await new RegisterOauthClient().execute({ name, redirectUris })
      return response.status(201).send({
        client_id: id,
        client_id_issued_at: Math.floor(createdAt.getTime() / 1000),
        client_name: name,
        redirect_uris: redirectUris,
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      })
    } catch (error) {
      if (error instanceof OauthError)
        return response.status(error.status).send({ error: error.code, error_description: error.message })
      if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
      const { field, message } = error.messages[0]
      const code = field.startsWith('redirect_uris') ? 'invalid_redirect_uri' : 'invalid_client_metadata'
      return response.status(400).send({ error: code, error_description: message })
    }
  }
}
