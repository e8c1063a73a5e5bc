import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface TurnOffMeaningInput {
  teamId: string
  projectId: string
  by: AuditActor
}

/** Ends a project's search by meaning and removes its vectors. */
export default class TurnOffMeaning {
  async execute({ teamId, projectId, by }: TurnOffMeaningInput): Promise<Result<null, 'not_found'>> {
    return withTeam(teamId, async (trx) => {
      const project = await trx.from('projects').where('id', projectId).select('id', 'name').first()
      if (!project) return err('not_found' as const)
      const { rowCount } = await sql(trx, 'delete from meaning_indexes where project_id = ?', [projectId])
      await sql(trx, 'delete from code_vectors where project_id = ?', [projectId])
      const subject = { kind: 'project', id: projectId, name: project.name }
      if (rowCount === 1)
        await recordAudit(trx, { teamId, actor: by, action: 'meaning_search.turned_off', subject })
      return ok(null)
    })
  }
}
