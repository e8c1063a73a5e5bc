import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ProjectDetails } from '#projects/queries/show_project'

export default class ProjectTransformer extends BaseTransformer<ProjectDetails> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'name',
      'remoteKind',
      'remoteUrl',
      'defaultBranch',
      'hasCredential',
      'connected',
      'testCommand',
      'installCommand',
      'requiresPlanApproval',
      'autoApproveMicros',
      'absentContent',
      'createdAt',
    ])
  }
}
