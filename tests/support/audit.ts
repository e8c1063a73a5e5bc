import { withUser } from '#accounts/services/tenancy'

/** What the audit trail says of a person's own doings, the latest first. */
export async function ownAudit(
  userId: string
): Promise<{ action: string; details: object; address: string }[]> {
  return withUser(userId, (trx) =>
    trx
      .from('audit_entries')
      .whereNull('team_id')
      .where('user_id', userId)
      .orderBy('created_at', 'desc')
      .select('action', 'details', 'address')
  )
}

export const ownActions = async (userId: string) => (await ownAudit(userId)).map(({ action }) => action)
