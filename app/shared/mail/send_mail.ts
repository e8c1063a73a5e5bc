import encryption from '@adonisjs/core/services/encryption'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Mailer } from '@adonisjs/mail'
import mailManager from '@adonisjs/mail/services/main'
import type { MailTransportContract } from '@adonisjs/mail/types'
import { enqueue, type Job, PermanentJobFailure } from '#shared/jobs/job'
import type { Mail } from '#shared/mail/mail'
import { renderMail } from '#shared/mail/render_mail'
import env from '#start/env'

/** A mail may hold a link that signs somebody in, and a job's payload is read by operators. */
interface Sealed {
  sealed: string
}

/** @param id the same for every attempt, so that servers and readers know a repeated mail for the same one */
export async function deliver(mailer: Mailer<MailTransportContract>, mail: Mail, id: string) {
  const { text, html } = renderMail(mail)
  await mailer.send((message) => {
    message
      .to(mail.to.address, mail.to.name)
      .subject(mail.subject)
      .text(text)
      .html(html)
      .messageId(`<${id}@${new URL(env.get('APP_URL')).hostname}>`)
      .header('Auto-Submitted', 'auto-generated')
    if (mail.unsubscribeUrl) {
      message
        .header('List-Unsubscribe', `<${mail.unsubscribeUrl}>`)
        .header('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click')
    }
  })
}

/** The server refused for good (SMTP 5xx): trying again would only annoy it. */
const refused = (error: unknown) => {
  const code = (error as { responseCode?: number } | null)?.responseCode
  return code !== undefined && code >= 500
}

export const sendMail: Job<Sealed> = {
  name: 'mail.send',
  async run({ sealed }, { id }) {
    const text = encryption.decrypt<string>(sealed)
    if (!text) throw new PermanentJobFailure('the mail was written under another APP_KEY')
    const mail: Mail = JSON.parse(text)
    if (mail.until && Date.parse(String(mail.until)) < Date.now()) return
    try {
      await deliver(mailManager.use() as Mailer<MailTransportContract>, mail, id)
    } catch (error) {
      if (refused(error)) throw new PermanentJobFailure('the mail server refused this mail for good')
      throw error
    }
  },
}

/**
 * Sends a mail once the caller's transaction has committed, and not at all if it does not.
 *
 * @param key while a mail with it waits, another is not added
 */
export function queueMail(trx: TransactionClientContract, mail: Mail, key?: string) {
  const payload = { sealed: encryption.encrypt(JSON.stringify(mail)) }
  return enqueue(trx, sendMail, { teamId: null, payload, ...(key ? { key } : {}) })
}
