import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { api, middleware } from '#start/kernel'
import { tokenLimits } from '#start/limiter'

router.get('api/me', [controllers.accounts.ApiMe, 'show']).as('api.me.show').use(api)

router
  .group(() => {
    router.get('/', [controllers.accounts.ApiOwnTokens, 'index']).as('api.own_tokens.index')
    router
      .delete(':id', [controllers.accounts.ApiOwnTokens, 'destroy'])
      .as('api.own_tokens.destroy')
      .where('id', router.matchers.uuid())
  })
  .prefix('api/tokens')
  .use(api)

router
  .post('api/auth/token', [controllers.accounts.OauthTokens, 'store'])
  .as('api.oauth_tokens.store')
  .use([middleware.bodyParser(), ...tokenLimits])
router
  .post('api/auth/revoke', [controllers.accounts.OauthRevocations, 'store'])
  .as('api.oauth_revocations.store')
  .use([middleware.bodyParser(), ...tokenLimits])
