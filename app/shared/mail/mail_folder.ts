import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'

export interface StoredMail {
  id: string
  to: string
  subject: string
  text: string
  /** ISO 8601. */
  at: string
}

/** Where mails go while no SMTP_URL is set. */
export const mailFolder = join(env.get('DATA_DIR'), 'mail')

/** Mails written to files, the newest first. */
export async function storedMails(most: number): Promise<StoredMail[]> {
  const names = await readdir(mailFolder).catch(() => [])
  const files = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => ({ name, at: (await stat(join(mailFolder, name))).mtimeMs }))
  )
  const newest = files.sort((a, b) => b.at - a.at).slice(0, most)
  return Promise.all(
    newest.map(async ({ name }) => JSON.parse(await readFile(join(mailFolder, name), 'utf8')))
  )
}
