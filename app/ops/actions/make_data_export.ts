import User from '#accounts/models/user'
import { hashLinkSecret, newLinkSecret } from '#accounts/services/secret_link'
import { withUser } from '#accounts/services/tenancy'
import { personalData } from '#ops/queries/personal_data'
import { zip } from '#ops/services/archive'
import { sql } from '#shared/database/sql'
import type { Mail } from '#shared/mail/mail'
import { queueMail } from '#shared/mail/send_mail'
import env from '#start/env'

export const EXPORT_DAYS = 7

const readme = `Everything AgentOps knows about you, as JSON. Times are ISO 8601 in UTC.
profile.json, teams.json, passkeys.json, linked_accounts.json, consents.json, account_events.json: your account.
teams/<id>/: what you did in that team. What belongs to the team itself (code, logs, results) is not in here;
its owners can export it.
`

/** Gathers a person's data into an archive and mails them the link to it. */
export default class MakeDataExport {
  async execute({ exportId, userId }: { exportId: string; userId: string }) {
    const user = await User.find(userId)
    if (!user) return
    const data = await personalData(userId)
    const files = Object.fromEntries(
      Object.entries(data).map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`])
    )
    const archive = await zip({ 'README.txt': readme, ...files })
    const secret = newLinkSecret()
    await withUser(userId, async (trx) => {
      const { rowCount } = await sql(
        trx,
        `update data_exports set archive = ?, token_hash = ?, ready_at = now(),
           expires_at = now() + make_interval(days => ?) where id = ? and ready_at is null`,
        [archive, hashLinkSecret(secret), EXPORT_DAYS, exportId]
      )
      if (rowCount === 1) await queueMail(trx, exportMail(user, secret))
    })
  }
}

const exportMail = (user: User, secret: string): Mail => ({
  to: { address: user.email, name: user.fullName },
  subject: 'Your data are ready',
  body: [
    `Hello ${user.fullName},`,
    'the archive of your data that you asked for is ready.',
    { button: 'Download', url: new URL(`/settings/privacy/exports/${secret}`, env.get('APP_URL')).href },
    `The link counts for ${EXPORT_DAYS} days, and only while you are signed in. Then the archive is deleted.`,
  ],
  because: 'You get this because somebody signed in to your account asked for it.',
})
