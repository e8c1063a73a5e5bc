import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'

const host = /^(github|gitlab)$/

router
  .group(() => {
    router.get('/', [controllers.projects.Connections, 'index']).as('connections.index')
    router
      .post('/', [controllers.projects.Connections, 'store'])
      .as('connections.store')
      .use(middleware.confirmed())
    router
      .delete(':id', [controllers.projects.Connections, 'destroy'])
      .as('connections.destroy')
      .where('id', router.matchers.uuid())
      .use(middleware.confirmed())
    router
      .post(':id/checks', [controllers.projects.ConnectionChecks, 'store'])
      .as('connection_checks.store')
      .where('id', router.matchers.uuid())
    router
      .get(':host/authorize', [controllers.projects.ConnectionAuthorizations, 'create'])
      .as('connections.create')
      .where('host', host)
      .use(middleware.confirmed())
    router
      .get(':host/callback', [controllers.projects.ConnectionAuthorizations, 'show'])
      .as('connections.callback')
      .where('host', host)
  })
  .prefix('settings/connections')
  .use([...pages, middleware.auth()])

router
  .group(() => {
    router.get('repositories', [controllers.projects.Repositories, 'index']).as('repositories.index')
    router.post('repositories/syncs', [controllers.projects.Repositories, 'store']).as('repositories.store')
    router
      .post('projects/imports', [controllers.projects.ProjectImports, 'store'])
      .as('project_imports.store')
    router
      .group(() => {
        router.get('deliveries', [controllers.projects.Deliveries, 'index']).as('deliveries.index')
        router
          .put('deliveries/:delivery', [controllers.projects.Deliveries, 'update'])
          .as('deliveries.update')
          .where('delivery', router.matchers.uuid())
        router.post('webhook', [controllers.projects.WebhookRepairs, 'store']).as('webhook_repairs.store')
      })
      .prefix('projects/:id')
      .where('id', router.matchers.uuid())
  })
  .use([...pages, middleware.auth()])

/** Hosts come here: no session, no token of ours, and the body is read by the controller, as it was signed. */
router
  .group(() => {
    router.post('/', [controllers.projects.HostWebhooks, 'store']).as('host_webhooks.store')
    router
      .post(':id', [controllers.projects.HostWebhooks, 'update'])
      .as('host_webhooks.update')
      .where('id', router.matchers.uuid())
  })
  .prefix('webhooks/:host')
  .where('host', host)
