import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit, system } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'
import env from '#start/env'

export interface RemoveProjectInput {
  teamId: string
  id: string
  by?: AuditActor
}

/** Removes a project with all that hangs on it; branches that were pushed stay where they are. */
export default class RemoveProject {
  async execute({
    teamId,
    id,
    by = system,
  }: RemoveProjectInput): Promise<Result<null, 'not_found' | 'busy'>> {
    const result = await withTeam(teamId, async (trx) => {
      const project = await trx.from('projects').where('id', id).select('id', 'name').forUpdate().first()
      if (!project) return err('not_found' as const)
      const busy = await trx
        .from('workflows')
        .where('project_id', id)
        .whereNot('status', 'finished')
        .select('id')
        .first()
      if (busy) return err('busy' as const)
      await trx.from('projects').where('id', id).delete()
      const subject = { kind: 'project', id, name: project.name }
      await recordAudit(trx, { teamId, actor: by, action: 'project.removed', subject })
      return ok(null)
    })
    if (result.ok) {
      await rm(join(env.get('DATA_DIR'), 'mirrors', teamId, id), { recursive: true, force: true })
      await rm(join(env.get('DATA_DIR'), 'remotes', teamId, `${id}.git`), { recursive: true, force: true })
    }
    return result
  }
}
