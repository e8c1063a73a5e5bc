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
    router.post('models/policies', [llm.RoutingPolicies, 'store']).as('routing_policies.store')
    router.put('models/policies', [llm.RoutingPolicies, 'update']).as('routing_policies.update')
    router.put('models/data-policy', [llm.DataPolicies, 'update']).as('data_policies.update')
    router.get('budgets', [llm.Budgets, 'index']).as('budgets.index')
    router.post('budgets', [llm.Budgets, 'store']).as('budgets.store')
  })
  .prefix('settings')
  .use([...pages, middleware.auth()])

router
  .group(() => {
    router.get('models', [llm.Models, 'index']).as('models.index')
    router
      .get('workflows/:id/receipt', [llm.WorkflowReceipts, 'show'])
      .as('workflow_receipts.show')
      .where('id', router.matchers.uuid())
  })
  .use([...pages, middleware.auth()])
