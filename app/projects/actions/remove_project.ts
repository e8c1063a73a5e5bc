import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { withTeam } from '#accounts/services/tenancy'
import { err, ok, type Result } from '#shared/result'
import env from '#start/env'

export interface RemoveProjectInput {
  teamId: string
  id: string
}

/** Removes a project with all that hangs on it; branches that were pushed stay where they are. */
export default class RemoveProject {
  async execute({ teamId, id }: RemoveProjectInput): Promise<Result<null, 'not_found' | 'busy'>> {
    const result = await withTeam(teamId, async (trx) => {
      const project = await trx.from('projects').where('id', id).select('id').forUpdate().first()
      if (!project) return err('not_found' as const)
      const busy = await trx
        .from('workflows')
        .where('project_id', id)
        .whereNot('status', 'finished')
        .select('id')
        .first()
      if (busy) return err('busy' as const)
      await trx.from('projects').where('id', id).delete()
      return ok(null)
    })
    if (result.ok) {
      await rm(join(env.get('DATA_DIR'), 'mirrors', teamId, id), { recursive: true, force: true })
      await rm(join(env.get('DATA_DIR'), 'remotes', teamId, `${id}.git`), { recursive: true, force: true })
    }
    return result
  }
}
