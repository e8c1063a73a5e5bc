import encryption from '@adonisjs/core/services/encryption'
import QRCode from 'qrcode'
import { withUser } from '#accounts/services/tenancy'
import { newTotpSecret, totpUri } from '#accounts/services/totp'
import { sql } from '#shared/database/sql'

export interface NewTotp {
  /** For those who type it instead of reading the QR code, in groups of four. */
  manualKey: string
  /** An SVG document. */
  qrCode: string
}

/** A secret for an authenticator app. It counts for nothing until a code made with it has come. */
export default class BeginTotp {
  async execute({ userId, email }: { userId: string; email: string }): Promise<NewTotp | null> {
    const secret = newTotpSecret()
    const stored = await withUser(userId, async (trx) => {
      const { rowCount } = await sql(
        trx,
        `insert into totp_secrets (user_id, secret_encrypted) values (?, ?)
         on conflict (user_id) do update set secret_encrypted = excluded.secret_encrypted, last_step = 0
           where totp_secrets.confirmed_at is null`,
        [userId, encryption.encrypt(secret)]
      )
      return rowCount === 1
    })
    if (!stored) return null
    const qrCode = await QRCode.toString(totpUri(secret, email), { type: 'svg', margin: 1 })
    return { manualKey: secret.match(/.{1,4}/g)!.join(' '), qrCode }
  }
}
