import { requestMap } from '#intelligence/services/request_map'
import type ProjectAdded from '#projects/events/project_added'

export default class MapNewProject {
  async handle({ trx, teamId, projectId }: ProjectAdded) {
    await requestMap(trx, { teamId, projectId, cause: 'added' })
  }
}
