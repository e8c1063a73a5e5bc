import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ProviderKeyRow } from '#llm/queries/list_provider_keys'

export default class ProviderKeyTransformer extends BaseTransformer<ProviderKeyRow> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'provider',
      'lastFour',
      'baseUrl',
      'models',
      'region',
      'inputPrice',
      'outputPrice',
      'checkedAt',
      'createdBy',
    ])
  }
}
