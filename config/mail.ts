import { defineConfig, transports } from '@adonisjs/mail'
import type { InferMailers } from '@adonisjs/mail/types'
import { FileTransport } from '#shared/mail/file_transport'
import { mailFolder } from '#shared/mail/mail_folder'
import { smtpOptions } from '#shared/mail/smtp_options'
import env from '#start/env'

const smtpUrl = env.get('SMTP_URL')
const sender = env.get('MAIL_FROM') ?? `no-reply@${new URL(env.get('APP_URL')).hostname}`

const files = () => new FileTransport(mailFolder)

/** `SMTP_URL` alone decides: with it mails are sent, without it they become files. */
const mailConfig = defineConfig({
  default: 'outgoing',
  from: { address: sender, name: 'AgentOps' },
  mailers: { outgoing: smtpUrl ? transports.smtp(smtpOptions(smtpUrl)) : files },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
