import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#shared/exceptions/handler'))

server.use([
  () => import('#shared/middleware/container_bindings_middleware'),
  () => import('#shared/middleware/answer_headers_middleware'),
  () => import('#shared/middleware/static_files_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
  () => import('#shared/middleware/theme_middleware'),
  () => import('#shared/middleware/inertia_middleware'),
])

export const middleware = router.named({
  bodyParser: () => import('@adonisjs/core/bodyparser_middleware'),
  session: () => import('@adonisjs/session/session_middleware'),
  shield: () => import('@adonisjs/shield/shield_middleware'),
  initializeAuth: () => import('@adonisjs/auth/initialize_auth_middleware'),
  silentAuth: () => import('#accounts/middleware/silent_auth_middleware'),
  guest: () => import('#accounts/middleware/guest_middleware'),
  auth: () => import('#accounts/middleware/auth_middleware'),
  operator: () => import('#ops/middleware/operator_middleware'),
  operatorToken: () => import('#ops/middleware/operator_token_middleware'),
  confirmed: () => import('#accounts/middleware/confirmed_middleware'),
  apiToken: () => import('#accounts/middleware/api_token_middleware'),
  apiRateLimit: () => import('#accounts/middleware/api_rate_limit_middleware'),
  rights: () => import('#accounts/middleware/rights_middleware'),
})

/** What every page has and the API does not: a session cookie, and protection from its misuse. */
export const pages = [
  middleware.bodyParser(),
  middleware.session(),
  middleware.shield(),
  middleware.initializeAuth(),
  middleware.silentAuth(),
]

/** What every route of the API has but its own description: a token instead of a session. Bodies of strangers are not read. */
export const api = [
  middleware.apiToken(),
  middleware.apiRateLimit(),
  middleware.rights(),
  middleware.bodyParser(),
]
