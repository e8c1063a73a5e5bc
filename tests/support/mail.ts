import db from '@adonisjs/lucid/services/db'
import type { Job } from '#shared/jobs/job'
import { JobRunner } from '#shared/jobs/runner'
import { type StoredMail, storedMails } from '#shared/mail/mail_folder'
import { jobs } from '#start/jobs'

/** Runs every background job that is due, and what follows from it, as a worker would. */
export async function runDueJobs(most = 200) {
  const runner = new JobRunner(jobs as unknown as Job<object>[])
  for (let done = 0; done < most; ) {
    const { rows } = await db.rawQuery('select * from find_due_jobs()')
    if (rows.length === 0) return
    for (const { id } of rows) await runner.run(id)
    done += rows.length
  }
}

/** What has been mailed to an address, the newest first. */
export async function mailsTo(address: string): Promise<StoredMail[]> {
  await runDueJobs()
  return (await storedMails(500)).filter((mail) => mail.to === address)
}

/** The path of the first link of a mail. */
export function linkIn(mail: StoredMail | undefined) {
  const url = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0]
  if (!url) throw new Error(`no link in: ${mail?.text ?? 'no mail'}`)
  return new URL(url).pathname
}
