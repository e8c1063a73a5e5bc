import db from '@adonisjs/lucid/services/db'
import { insertTeam } from '#accounts/services/insert_team'
import type { AuditActor } from '#shared/audit/record'
import { recordAudit } from '#shared/audit/record'

export interface CreateTeamInput {
  userId: string
  name: string
  by: AuditActor
}

/** Another team, owned by the person who makes it. */
export default class CreateTeam {
  async execute({ userId, name, by }: CreateTeamInput): Promise<{ id: string }> {
    return db.transaction(async (trx) => {
      const id = await insertTeam(trx, { name, userId, personal: false })
      await recordAudit(trx, {
        teamId: id,
        actor: by,
        action: 'team.created',
        subject: { kind: 'team', id, name },
      })
      return { id }
    })
  }
}
