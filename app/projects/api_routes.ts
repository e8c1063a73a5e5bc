import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { api } from '#start/kernel'

router
  .group(() => {
    router.get('/', [controllers.projects.ApiProjects, 'index']).as('api.projects.index')
    router.post('/', [controllers.projects.ApiProjects, 'store']).as('api.projects.store')
    router
      .group(() => {
        router.get('/', [controllers.projects.ApiProjects, 'show']).as('api.projects.show')
        router.delete('/', [controllers.projects.ApiProjects, 'destroy']).as('api.projects.destroy')
        router.get('issues', [controllers.projects.HostIssues, 'index']).as('api.host_issues.index')
        router
          .get('delivery', [controllers.projects.ApiProjectDelivery, 'show'])
          .as('api.project_delivery.show')
        router
          .put('delivery', [controllers.projects.ApiProjectDelivery, 'update'])
          .as('api.project_delivery.update')
      })
      .prefix(':id')
      .where('id', router.matchers.uuid())
  })
  .prefix('api/projects')
  .use(api)

router
  .group(() => {
    router.get('/', [controllers.projects.ApiRepositories, 'index']).as('api.repositories.index')
    router.post('sync', [controllers.projects.ApiRepositories, 'store']).as('api.repositories.store')
  })
  .prefix('api/repositories')
  .use(api)
