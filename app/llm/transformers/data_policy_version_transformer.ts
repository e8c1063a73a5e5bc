import { BaseTransformer } from '@adonisjs/core/transformers'
import type { DataPolicyVersion } from '#llm/queries/list_policies'

export default class DataPolicyVersionTransformer extends BaseTransformer<DataPolicyVersion> {
  toObject() {
    return this.pick(this.resource, ['version', 'policy', 'restoredFrom', 'createdBy', 'createdAt'])
  }
}
