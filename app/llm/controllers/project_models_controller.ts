import type { HttpContext } from '@adonisjs/core/http'
import { availableModels } from '#llm/queries/available_models'
import { currentPolicy, dataPolicies } from '#llm/queries/current_policy'
import { listDataPolicies, listPolicies } from '#llm/queries/list_policies'
import { projectBudget } from '#llm/queries/project_budget'
import { monthOf } from '#llm/services/months'
import DataPolicyVersionTransformer from '#llm/transformers/data_policy_version_transformer'
import PolicyVersionTransformer from '#llm/transformers/policy_version_transformer'

/** One project's own budget, order of models and data policy, beside what its team has set. */
export default class ProjectModelsController {
  async show({ params, inertia, actor }: HttpContext) {
    actor.authorize('models.read')
    const { teamId } = actor
    const { name, id, ...budget } = await projectBudget(teamId, params.id)
    const [capabilities, policy, versions, data, dataVersions] = await Promise.all([
      availableModels(teamId, id),
      currentPolicy(teamId, id),
      listPolicies(teamId, id),
      dataPolicies(teamId, id),
      listDataPolicies(teamId, id),
    ])
    return inertia.render('models/project', {
      project: { id, name },
      month: monthOf(),
      budget,
      models: capabilities?.models.map(({ ref }) => ref) ?? null,
      policy,
      versions: PolicyVersionTransformer.transform(versions),
      data,
      dataVersions: DataPolicyVersionTransformer.transform(dataVersions),
      can: { manage: actor.can('models.manage') },
    })
  }
}
