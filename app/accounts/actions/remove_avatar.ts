import { withUser } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

export default class RemoveAvatar {
  async execute(userId: string) {
    await withUser(userId, async (trx) => {
      await sql(trx, 'delete from avatars where user_id = ?', [userId])
      await sql(trx, 'update users set avatar_id = null where id = ?', [userId])
    })
  }
}
