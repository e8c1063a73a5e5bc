import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'

const { ops } = controllers
const uuid = router.matchers.uuid()
const confirmed = middleware.confirmed()

/** For the operators of the installation; to everybody else these addresses do not exist. */
router
  .group(() => {
    router.get('/', [ops.AdminUsers, 'index']).as('admin_users.index')
    router.get('teams', [ops.AdminTeams, 'index']).as('admin_teams.index')
    router.get('connections', [controllers.projects.AdminConnections, 'index']).as('admin_connections.index')
    router.get('queue', [ops.AdminQueue, 'show']).as('admin_queue.show')
    router.post('queue/replays', [ops.JobReplays, 'store']).as('job_replays.store').use(confirmed)
    router.get('stripe', [ops.AdminStripeEvents, 'index']).as('admin_stripe_events.index')
    router
      .post('stripe/replays', [ops.AdminStripeEvents, 'store'])
      .as('admin_stripe_events.store')
      .use(confirmed)
    router.get('flags', [ops.AdminFlags, 'index']).as('admin_flags.index')
    router.post('flags', [ops.AdminFlags, 'store']).as('admin_flags.store').use(confirmed)
    router
      .delete('flags/:name', [ops.AdminFlags, 'destroy'])
      .as('admin_flags.destroy')
      .where('name', /^[a-z][a-z0-9_]{1,63}$/)
      .use(confirmed)
    router.get('audit', [ops.AdminAudit, 'index']).as('admin_audit.index')
    router
      .group(() => {
        router.post('suspension', [ops.UserSuspensions, 'store']).as('user_suspensions.store').use(confirmed)
        router
          .delete('suspension', [ops.UserSuspensions, 'destroy'])
          .as('user_suspensions.destroy')
          .use(confirmed)
        router.post('impersonation', [ops.Impersonations, 'store']).as('impersonations.store').use(confirmed)
      })
      .prefix('users/:id')
      .where('id', uuid)
  })
  .prefix('admin')
  .use([...pages, middleware.auth({ teamless: true }), middleware.operator()])

router
  .delete('impersonation', [ops.Impersonations, 'destroy'])
  .as('impersonations.destroy')
  .use([...pages, middleware.auth({ teamless: true })])
