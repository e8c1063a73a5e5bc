import { MAP_VERSION } from '#intelligence/services/map_version'
import { requestMap } from '#intelligence/services/request_map'
import { sql } from '#shared/database/sql'
import type RepositoryAnalyzed from '#workflows/events/repository_analyzed'

interface Row {
  project_id: string
  known: boolean
}

/**
 * What a workflow has read need not be read again; a commit that is mapped already needs nothing. One that
 * works on another branch than the project's says nothing of the project.
 */
export default class MapAnalyzedRepository {
  async handle({ trx, teamId, workflowId }: RepositoryAnalyzed) {
    const { rows } = await sql<Row>(
      trx,
      `select w.project_id, exists (select from code_maps m where m.project_id = w.project_id
         and m.commit_sha = w.base_commit and m.status = 'ready' and m.graph_version = ?) as known
       from workflows w where w.id = ? and w.base_branch is null`,
      [MAP_VERSION, workflowId]
    )
    const found = rows[0]
    if (!found || found.known) return
    await requestMap(trx, { teamId, projectId: found.project_id, cause: 'workflow', workflowId })
  }
}
