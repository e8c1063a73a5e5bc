import { checkedCommit } from '#projects/git/checked_names'
import { repositoryOf } from '#projects/git/mirror_layout'
import { runGit } from '#projects/git/run_git'

/** One commit as a mail that `git am` takes. Throws `GitError`. */
export async function formatMail({
  mirrorDir,
  commit,
}: {
  mirrorDir: string
  commit: string
}): Promise<string> {
  const how = [
    '--stdout',
    '-1',
    '--no-signature',
    '--binary',
    '--full-index',
    '--no-ext-diff',
    '--no-textconv',
    '-M',
  ]
  const { stdout } = await runGit(['format-patch', ...how, '--end-of-options', checkedCommit(commit)], {
    gitDir: repositoryOf(mirrorDir),
  })
  return stdout.includes('\r\n') ? armoured(stdout) : stdout.toString('utf8')
}

/** `git am` drops carriage returns at line ends unless the body is encoded. */
function armoured(mail: Buffer): string {
  const end = mail.indexOf('\n\n')
  const headers = mail
    .toString('utf8', 0, end)
    .split('\n')
    .filter((line) => !/^(MIME-Version|Content-)/i.test(line))
  headers.push(
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64'
  )
  const body = mail
    .subarray(end + 2)
    .toString('base64')
    .replace(/.{76}/g, '$&\n')
  return `${headers.join('\n')}\n\n${body}\n`
}
