import { PICTURE_BYTES, pictureType } from '#accounts/services/picture'
import { withUser } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

/** Stores a person's picture; its address is new each time, so that browsers may keep what they have. */
export default class SetAvatar {
  async execute(userId: string, data: Buffer): Promise<Result<null, 'too_large' | 'no_picture'>> {
    if (data.length > PICTURE_BYTES) return err('too_large')
    const mediaType = pictureType(data)
    if (!mediaType) return err('no_picture')
    const id = crypto.randomUUID()
    await withUser(userId, async (trx) => {
      await sql(
        trx,
        `insert into avatars (user_id, id, media_type, data) values (?, ?, ?, ?)
         on conflict (user_id) do update set id = excluded.id, media_type = excluded.media_type, data = excluded.data`,
        [userId, id, mediaType, data]
      )
      await sql(trx, 'update users set avatar_id = ? where id = ?', [id, userId])
    })
    return ok(null)
  }
}
