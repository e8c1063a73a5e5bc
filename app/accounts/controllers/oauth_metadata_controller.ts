import type { HttpContext } from '@adonisjs/core/http'
import { scopes } from '#accounts/permissions'
import { issuer } from '#accounts/services/access_token'

/** How a program finds out by itself where to ask for access. */
export default class OauthMetadataController {
  /** Of the resource that a program was turned away from (RFC 9728). */
  resource({ response }: HttpContext) {
    response.header('cache-control', 'public, max-age=300')
    return {
      resource: at('/mcp'),
      resource_name: 'AgentOps',
      authorization_servers: [issuer()],
      scopes_supported: scopes,
      bearer_methods_supported: ['header'],
    }
  }

  /** Of the authorization server (RFC 8414). */
  server({ response }: HttpContext) {
    response.header('cache-control', 'public, max-age=300')
    return {
      issuer: issuer(),
      authorization_endpoint: at('/oauth/authorize'),
      token_endpoint: at('/api/auth/token'),
      registration_endpoint: at('/oauth/register'),
      revocation_endpoint: at('/api/auth/revoke'),
      jwks_uri: at('/.well-known/jwks.json'),
      scopes_supported: scopes,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'password'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      revocation_endpoint_auth_methods_supported: ['none'],
      authorization_response_iss_parameter_supported: true,
    }
  }
}

const at = (path: string) => new URL(path, issuer()).href
