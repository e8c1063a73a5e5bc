import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { api } from '#start/kernel'

router
  .group(() => {
    router.post('/', [controllers.mcp.Mcp, 'store']).as('mcp.store')
    router.get('/', [controllers.mcp.Mcp, 'notAllowed']).as('mcp.show')
    router.delete('/', [controllers.mcp.Mcp, 'notAllowed']).as('mcp.destroy')
  })
  .prefix('mcp')
  .use(api)
