import { BaseTransformer } from '@adonisjs/core/transformers'
import type { PolicyVersion } from '#llm/queries/list_policies'

export default class PolicyVersionTransformer extends BaseTransformer<PolicyVersion> {
  toObject() {
    return this.pick(this.resource, ['version', 'policy', 'restoredFrom', 'createdBy', 'createdAt'])
  }
}
