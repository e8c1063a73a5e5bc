import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { api, middleware } from '#start/kernel'

const { ops, projects } = controllers
const uuid = router.matchers.uuid()
const flag = /^[a-z][a-z0-9_]{1,63}$/

/** What `/admin` offers, for tokens with the scope `operator`. Acting in somebody's place is for people alone. */
router
  .group(() => {
    router.get('users', [ops.ApiAdminUsers, 'index']).as('api.admin_users.index')
    router
      .put('users/:id/suspension', [ops.ApiAdminUsers, 'store'])
      .as('api.admin_users.store')
      .where('id', uuid)
    router
      .delete('users/:id/suspension', [ops.ApiAdminUsers, 'destroy'])
      .as('api.admin_users.destroy')
      .where('id', uuid)
    router.get('teams', [ops.ApiAdminTeams, 'index']).as('api.admin_teams.index')
    router.get('connections', [projects.ApiAdminConnections, 'index']).as('api.admin_connections.index')
    router.get('queue', [ops.ApiAdminQueue, 'show']).as('api.admin_queue.show')
    router.post('queue/replays', [ops.ApiAdminQueue, 'store']).as('api.admin_queue.store')
    router.get('flags', [ops.ApiAdminFlags, 'index']).as('api.admin_flags.index')
    router.put('flags/:name', [ops.ApiAdminFlags, 'update']).as('api.admin_flags.update').where('name', flag)
    router
      .delete('flags/:name', [ops.ApiAdminFlags, 'destroy'])
      .as('api.admin_flags.destroy')
      .where('name', flag)
  })
  .prefix('api/admin')
  .use([...api, middleware.operatorToken()])
