import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ProjectMap } from '#intelligence/queries/show_map'

export default class ProjectMapTransformer extends BaseTransformer<ProjectMap> {
  toObject() {
    return this.pick(this.resource, ['project', 'map', 'progress'])
  }
}
