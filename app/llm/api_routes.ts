import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { api } from '#start/kernel'

const { llm } = controllers

router
  .group(() => {
    router.get('models', [llm.ApiModels, 'index']).as('api.models.index')
    router.get('models/policy', [llm.ApiRoutingPolicies, 'show']).as('api.routing_policies.show')
    router.put('models/policy', [llm.ApiRoutingPolicies, 'update']).as('api.routing_policies.update')
    router.delete('models/policy', [llm.ApiRoutingPolicies, 'destroy']).as('api.routing_policies.destroy')
    router
      .get('models/policy/versions', [llm.ApiRoutingPolicyVersions, 'index'])
      .as('api.routing_policy_versions.index')
    router
      .post('models/policy/versions', [llm.ApiRoutingPolicyVersions, 'store'])
      .as('api.routing_policy_versions.store')
    router.get('models/data-policy', [llm.ApiDataPolicies, 'show']).as('api.data_policies.show')
    router.put('models/data-policy', [llm.ApiDataPolicies, 'update']).as('api.data_policies.update')
    router.delete('models/data-policy', [llm.ApiDataPolicies, 'destroy']).as('api.data_policies.destroy')
    router
      .get('models/data-policy/versions', [llm.ApiDataPolicyVersions, 'index'])
      .as('api.data_policy_versions.index')
    router
      .post('models/data-policy/versions', [llm.ApiDataPolicyVersions, 'store'])
      .as('api.data_policy_versions.store')
    router.get('models/keys', [llm.ApiProviderKeys, 'index']).as('api.provider_keys.index')
    router.get('budgets', [llm.ApiBudgets, 'index']).as('api.budgets.index')
    router.put('budgets', [llm.ApiBudgets, 'update']).as('api.budgets.update')
    router.get('usage', [llm.ApiUsage, 'index']).as('api.usage.index')
    router
      .get('workflows/:id/receipt', [llm.WorkflowReceipts, 'show'])
      .as('api.workflow_receipts.show')
      .where('id', router.matchers.uuid())
  })
  .prefix('api')
  .use(api)
