import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'

router
  .group(() => {
    router.get('/', [controllers.accounts.ApiTokens, 'index']).as('api_tokens.index')
    router.post('/', [controllers.accounts.ApiTokens, 'store']).as('api_tokens.store')
    router
      .delete(':id', [controllers.accounts.ApiTokens, 'destroy'])
      .as('api_tokens.destroy')
      .where('id', router.matchers.uuid())
  })
  .prefix('settings/tokens')
  .use([...pages, middleware.auth()])
