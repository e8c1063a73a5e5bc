import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'

router
  .group(() => {
    router.get('projects', [controllers.projects.Projects, 'index']).as('projects.index')
    router.get('projects/create', [controllers.projects.Projects, 'create']).as('projects.create')
    router.post('projects', [controllers.projects.Projects, 'store']).as('projects.store')
    router
      .get('projects/:id/edit', [controllers.projects.Projects, 'edit'])
      .as('projects.edit')
      .where('id', router.matchers.uuid())
    router
      .patch('projects/:id', [controllers.projects.Projects, 'update'])
      .as('projects.update')
      .where('id', router.matchers.uuid())
    router
      .get('projects/:id/issues', [controllers.projects.HostIssues, 'index'])
      .as('host_issues.index')
      .where('id', router.matchers.uuid())
    router
      .get('projects/:id/delivery', [controllers.projects.ProjectDelivery, 'edit'])
      .as('project_delivery.edit')
      .where('id', router.matchers.uuid())
    router
      .put('projects/:id/delivery', [controllers.projects.ProjectDelivery, 'update'])
      .as('project_delivery.update')
      .where('id', router.matchers.uuid())
    router
      .delete('projects/:id', [controllers.projects.Projects, 'destroy'])
      .as('projects.destroy')
      .where('id', router.matchers.uuid())
      .use(middleware.confirmed())
  })
  .use([...pages, middleware.auth()])
