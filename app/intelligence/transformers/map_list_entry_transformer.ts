import { BaseTransformer } from '@adonisjs/core/transformers'
import type { MapListEntry } from '#intelligence/queries/list_maps'

export default class MapListEntryTransformer extends BaseTransformer<MapListEntry> {
  toObject() {
    return this.pick(this.resource, ['projectId', 'name', 'commit', 'madeAt', 'totals', 'status'])
  }
}
