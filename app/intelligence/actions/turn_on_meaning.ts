import { withTeam } from '#accounts/services/tenancy'
import { requestMeaning } from '#intelligence/services/request_meaning'
import { hasVectors } from '#intelligence/services/vector_store'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

type Refused = 'not_found' | 'no_pgvector'

export interface TurnOnMeaningInput {
  teamId: string
  projectId: string
  userId: string | null
  by: AuditActor
}

/** Has a project searched by meaning from now on; where it is already, what is missing is tried again. */
export default class TurnOnMeaning {
  async execute({ teamId, projectId, userId, by }: TurnOnMeaningInput): Promise<Result<null, Refused>> {
    const canKeep = await hasVectors(teamId)
    return withTeam(teamId, async (trx) => {
      const project = await trx.from('projects').where('id', projectId).select('id', 'name').first()
      if (!project) return err('not_found' as const)
      if (!canKeep) return err('no_pgvector')
      const { rowCount } = await sql(
        trx,
        `insert into meaning_indexes (project_id, team_id, turned_on_by) values (?, ?, ?)
         on conflict (project_id) do nothing`,
        [projectId, teamId, userId]
      )
      const subject = { kind: 'project', id: projectId, name: project.name }
      if (rowCount === 1)
        await recordAudit(trx, { teamId, actor: by, action: 'meaning_search.turned_on', subject })
      await requestMeaning(trx, teamId, projectId)
      return ok(null)
    })
  }
}
