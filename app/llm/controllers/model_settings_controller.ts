import type { HttpContext } from '@adonisjs/core/http'
import { availableModels } from '#llm/queries/available_models'
import { currentDataPolicy, currentPolicy } from '#llm/queries/current_policy'
import { listDataPolicies, listPolicies } from '#llm/queries/list_policies'
import { listProviderKeys } from '#llm/queries/list_provider_keys'
import DataPolicyVersionTransformer from '#llm/transformers/data_policy_version_transformer'
import PolicyVersionTransformer from '#llm/transformers/policy_version_transformer'
import ProviderKeyTransformer from '#llm/transformers/provider_key_transformer'

export default class ModelSettingsController {
  async show({ inertia, actor }: HttpContext) {
    actor.authorize('models.read')
    const { teamId } = actor
    const [keys, capabilities, current, versions, data, dataVersions] = await Promise.all([
      listProviderKeys(teamId),
      availableModels(teamId),
      currentPolicy(teamId, null),
      listPolicies(teamId, null),
      currentDataPolicy(teamId),
      listDataPolicies(teamId, null),
    ])
    return inertia.render('settings/models', {
      keys: ProviderKeyTransformer.transform(keys),
      models: capabilities?.models ?? null,
      policy: current,
      versions: PolicyVersionTransformer.transform(versions),
      data,
      dataVersions: DataPolicyVersionTransformer.transform(dataVersions),
      can: { manage: actor.can('models.manage') },
    })
  }
}
