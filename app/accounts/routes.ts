import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'
import { registerClientLimit, signInLimits, signUpLimit } from '#start/limiter'

router
  .group(() => {
    router.get('signup', [controllers.accounts.NewAccount, 'create']).as('new_account.create')
    router.post('signup', [controllers.accounts.NewAccount, 'store']).as('new_account.store').use(signUpLimit)
    router.get('login', [controllers.accounts.Session, 'create']).as('session.create')
    router.post('login', [controllers.accounts.Session, 'store']).as('session.store').use(signInLimits)
  })
  .use([...pages, middleware.guest()])

router
  .group(() => {
    router.post('logout', [controllers.accounts.Session, 'destroy']).as('session.destroy')
  })
  .use([...pages, middleware.auth()])

router
  .group(() => {
    router.get('/', [controllers.accounts.ApiTokens, 'index']).as('api_tokens.index')
    router
      .post('/', [controllers.accounts.ApiTokens, 'store'])
      .as('api_tokens.store')
      .use(middleware.confirmed())
    router
      .delete(':id', [controllers.accounts.ApiTokens, 'destroy'])
      .as('api_tokens.destroy')
      .where('id', router.matchers.uuid())
  })
  .prefix('settings/tokens')
  .use([...pages, middleware.auth()])

router
  .group(() => {
    router.get('/', [controllers.accounts.OauthAuthorizations, 'create']).as('oauth_authorizations.create')
    router
      .post('/', [controllers.accounts.OauthAuthorizations, 'store'])
      .as('oauth_authorizations.store')
      .use(middleware.confirmed())
  })
  .prefix('oauth/authorize')
  .use([...pages, middleware.auth()])

router
  .group(() => {
    router.get('/', [controllers.accounts.OauthGrants, 'index']).as('oauth_grants.index')
    router
      .delete(':id', [controllers.accounts.OauthGrants, 'destroy'])
      .as('oauth_grants.destroy')
      .where('id', router.matchers.uuid())
  })
  .prefix('settings/apps')
  .use([...pages, middleware.auth()])

router
  .post('oauth/register', [controllers.accounts.OauthClients, 'store'])
  .as('oauth_clients.store')
  .use([middleware.bodyParser(), registerClientLimit])
router
  .get('.well-known/oauth-authorization-server', [controllers.accounts.OauthMetadata, 'server'])
  .as('oauth_metadata.server')
for (const [name, path] of [
  ['oauth_metadata.resource', 'oauth-protected-resource'],
  ['oauth_metadata.mcp', 'oauth-protected-resource/mcp'],
] as const) {
  router.get(`.well-known/${path}`, [controllers.accounts.OauthMetadata, 'resource']).as(name)
}
