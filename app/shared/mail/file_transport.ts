import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MailResponse } from '@adonisjs/mail'
import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import type { MailTransportContract, NodeMailerMessage, SMTPConfig } from '@adonisjs/mail/types'
import type { StoredMail } from '#shared/mail/mail_folder'

/** Builds the message as it would go over the wire and hands it back instead of sending it. */
const composing = { streamTransport: true, buffer: true, newline: 'windows' } as unknown as SMTPConfig

const address = (recipient: unknown) =>
  typeof recipient === 'string' ? recipient : (recipient as { address: string }).address

/**
 * Where no mail server is configured, mails become files: the message itself (`.eml`, which any mail program
 * opens) and beside it what the development inbox shows. A mail sent twice is one file.
 */
export class FileTransport implements MailTransportContract {
  readonly #composer = new SMTPTransport(composing)

  constructor(readonly folder: string) {}

  async send(message: NodeMailerMessage) {
    const composed = await this.#composer.send(message)
    const {
      messageId,
      envelope,
      message: eml,
    } = composed.original as never as {
      messageId: string
      envelope: MailResponse['envelope']
      message: Buffer
    }
    const id = messageId.replace(/^<|@.*$/g, '').replace(/[^\w-]/g, '_')
    const stored: StoredMail = {
      id,
      to: (message.to ?? []).map(address).join(', '),
      subject: message.subject ?? '',
      text: String(message.text ?? ''),
      at: new Date().toISOString(),
    }
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    await this.#write(`${id}.eml`, eml)
    await this.#write(`${id}.json`, JSON.stringify(stored))
    return new MailResponse(messageId, envelope, composed.original)
  }

  async #write(name: string, content: string | Buffer) {
    const partial = join(this.folder, `${name}.partial`)
    await writeFile(partial, content, { mode: 0o600 })
    await rename(partial, join(this.folder, name))
  }
}
