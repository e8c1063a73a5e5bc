import DeleteTeam from '#accounts/actions/delete_team'
import type User from '#accounts/models/user'
import { teamsOfUser } from '#accounts/queries/teams_of_user'
import { forgetTokensOfUser } from '#accounts/services/api_token_check'
import { endGrants } from '#accounts/services/end_grants'
import { endSessions } from '#accounts/services/end_sessions'
import { ACCOUNT_GRACE_DAYS } from '#accounts/services/grace_period'
import { withTeam, withUser } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

/** Teams that would be left without an owner: somebody else must own them first, or they must be deleted. */
export interface LastOwnerOf {
  teams: string[]
}

/**
 * Signs a person out everywhere and marks them to be deleted after the grace period; signing in before brings
 * the account back. Teams in which they are alone go the same way.
 */
export default class DeleteAccount {
  async execute({ user, by }: { user: User; by: AuditActor }): Promise<Result<null, LastOwnerOf>> {
    const { alone, lastOwner } = await this.#teams(user.id)
    if (lastOwner.length > 0) return err({ teams: lastOwner.map(({ name }) => name) })
    for (const { id, name } of alone) {
      await new DeleteTeam().execute({ teamId: id, confirmation: name, by })
    }
    for (const { id } of await teamsOfUser(user.id)) {
      await withTeam(id, async (trx) => {
        await sql(trx, 'delete from api_tokens where user_id = ?', [user.id])
      })
    }
    await withUser(user.id, async (trx) => {
      await sql(trx, 'update users set purge_at = now() + make_interval(days => ?) where id = ?', [
        ACCOUNT_GRACE_DAYS,
        user.id,
      ])
      await recordAudit(trx, { teamId: null, actor: by, action: 'account.deleted' })
      await endSessions(trx, user.id, null)
      await endGrants(trx, user.id)
    })
    forgetTokensOfUser(user.id)
    return ok(null)
  }

  async #teams(userId: string) {
    const alone: { id: string; name: string }[] = []
    const lastOwner: { id: string; name: string }[] = []
    for (const team of await teamsOfUser(userId)) {
      const { rows } = await withTeam(team.id, (trx) =>
        sql<{ members: number; otherOwners: number }>(
          trx,
          `select count(*)::int as members,
             count(*) filter (where role = 'owner' and user_id <> ?)::int as "otherOwners" from memberships`,
          [userId]
        )
      )
      const { members, otherOwners } = rows[0]!
      if (members === 1) alone.push(team)
      else if (team.role === 'owner' && otherOwners === 0) lastOwner.push(team)
    }
    return { alone, lastOwner }
  }
}
