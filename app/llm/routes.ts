import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'

const { llm } = controllers

router
  .group(() => {
    router.get('models', [llm.ModelSettings, 'show']).as('model_settings.show')
    router
      .post('models/keys', [llm.ProviderKeys, 'store'])
      .as('provider_keys.store')
      .use(middleware.confirmed())
    router
      .delete('models/keys/:id', [llm.ProviderKeys, 'destroy'])
      .as('provider_keys.destroy')
      .where('id', router.matchers.uuid())
      .use(middleware.confirmed())
    router.post('models/policies', [llm.RoutingPolicies, 'store']).as('routing_policies.store')
    router.put('models/policies', [llm.RoutingPolicies, 'update']).as('routing_policies.update')
    router.delete('models/policies', [llm.RoutingPolicies, 'destroy']).as('routing_policies.destroy')
    router
      .put('models/data-policy', [llm.DataPolicies, 'update'])
      .as('data_policies.update')
      .use(middleware.confirmed())
    router
      .delete('models/data-policy', [llm.DataPolicies, 'destroy'])
      .as('data_policies.destroy')
      .use(middleware.confirmed())
    router
      .post('models/data-policy/versions', [llm.DataPolicyVersions, 'store'])
      .as('data_policy_versions.store')
      .use(middleware.confirmed())
    router.get('budgets', [llm.Budgets, 'index']).as('budgets.index')
    router.post('budgets', [llm.Budgets, 'store']).as('budgets.store')
  })
  .prefix('settings')
  .use([...pages, middleware.auth()])

router
  .group(() => {
    router.get('models', [llm.Models, 'index']).as('models.index')
    router
      .get('projects/:id/models', [llm.ProjectModels, 'show'])
      .as('project_models.show')
      .where('id', router.matchers.uuid())
    router
      .get('workflows/:id/receipt', [llm.WorkflowReceipts, 'show'])
      .as('workflow_receipts.show')
      .where('id', router.matchers.uuid())
  })
  .use([...pages, middleware.auth()])
