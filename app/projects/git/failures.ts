import { GitError, type GitErrorCode } from '#projects/git/errors'

interface Failure {
  match: RegExp
  code: GitErrorCode
  /** Why and what to do; what git said is put behind it. */
  sentence: string
}

/** Read from the top: the first that matches git's words (of `LC_ALL=C`) tells what happened. */
const failures: Failure[] = [
  {
    match: /could not read (Username|Password) for/i,
    code: 'auth',
    sentence:
      'The git server asks for a token and none that it takes was given: the repository is private, or it does not exist. Check the address, or add a token that may read and write it.',
  },
  {
    match:
      /Authentication failed for|HTTP Basic: Access denied|returned error: 40[13]|Permission denied \(|Invalid username or (password|token)/i,
    code: 'auth',
    sentence:
      'The git server refused the credential: it is missing, wrong, expired, or may not do this. Enter one that may read and write this repository.',
  },
  {
    match:
      /Permission to .* denied|not allowed to push code to this project|denied to deploy key|key you are authenticating with has been marked as read.only/i,
    code: 'auth',
    sentence:
      'The git server accepted the credential but it has no right to write here. Use one with write access.',
  },
  {
    match: /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/i,
    code: 'unreachable',
    sentence:
      'The SSH host did not show the key it showed before, so nothing was sent to it. Find out why the key changed before connecting again.',
  },
  {
    match: /returned error: 30\d/i,
    code: 'not_found',
    sentence:
      'The git server answered that the repository is at another address. Use the address it is at now.',
  },
  {
    match: /returned error: 5\d\d|HTTP 5\d\d/i,
    code: 'unreachable',
    sentence: 'The git server answered with an error of its own. Try again in a while.',
  },
  {
    match:
      /repository corruption on the remote side|did not send all necessary objects|missing (blob|tree|commit) object|remote: (fatal|error): .*(unable to read|could not read|bad (tree|object)|missing necessary objects|loose object .* is corrupt)/i,
    code: 'failed',
    sentence:
      'The repository at the remote is damaged: objects that its branch needs are missing or cannot be read there. Repair it at the git server (git fsck names them; push them again from a whole clone), then try again.',
  },
  {
    match:
      /Could not resolve host|Failed to connect|Couldn't connect|Connection (refused|timed out|reset|closed)|Operation too slow|SSL (certificate|connect|peer)|SSL_|gnutls_|TLS (handshake|connect)|certificate (problem|verif)|No route to host|Network is unreachable|early EOF|hung up unexpectedly|Could not resolve hostname/i,
    code: 'unreachable',
    sentence:
      'The git server could not be reached. Check the address, the network and the certificate, then try again.',
  },
  {
    match: /not our ref|couldn't find remote ref|unadvertised object|Server does not allow request for/i,
    code: 'not_found',
    sentence: 'The remote no longer has that commit or branch. Start again from the branch as it is now.',
  },
  {
    match:
      /returned error: 404|repository .* not found|does not appear to be a git repository|does not exist|not valid: is this a git repository|No such file or directory|Repository not found/i,
    code: 'not_found',
    sentence: 'There is no git repository at that address, or the credential may not see it. Check both.',
  },
  {
    match: /transport '.*' not allowed/i,
    code: 'failed',
    sentence: 'The address uses a transport that is not allowed here. Use an https or ssh address.',
  },
  {
    match:
      /protected branch|GH006|GH013|pre-receive hook declined|update hook declined|hook declined|deny updating/i,
    code: 'protected',
    sentence: 'A rule of the git server refuses this branch. Change the rule, or apply the patch by hand.',
  },
  {
    match: /stale info|already exists|cannot lock ref|reference already exists/i,
    code: 'ref_exists',
    sentence:
      'A branch of that name, or one in its way, is already at the remote. Remove or rename it, then try again.',
  },
  {
    match: /non-fast-forward|fetch first/i,
    code: 'non_fast_forward',
    sentence:
      'The remote branch has commits that this one does not build on, and it is never overwritten. Start again from it.',
  },
  {
    match: /\[remote rejected\]|\[rejected\]/i,
    code: 'rejected',
    sentence: 'The git server rejected the branch. Mend what it names, or apply the patch by hand.',
  },
]

const unknown: Omit<Failure, 'match'> = {
  code: 'failed',
  sentence: 'Git could not do this. What it said tells more.',
}

/** Tells failures apart by git's own words. */
export function classifyFailure(stderr: string): { code: GitErrorCode; message: string } {
  // names and addresses are in quotes, and must not be taken for git's own words
  const words = stderr.replace(/(^|[\s(])'[^'\n]*'/g, "$1''")
  const { code, sentence } = failures.find(({ match }) => match.test(words)) ?? unknown
  const said = tellingLines(stderr)
  return { code, message: said ? `${sentence} Git said: ${said}` : sentence }
}

/** The failure of `git apply`, whose words mean something else than those of a remote. */
export function asBadPatch(error: unknown): unknown {
  if (!(error instanceof GitError) || error.code === 'cancelled' || error.code === 'timeout') return error
  const said = tellingLines(error.stderr)
  const sentence = 'The patch does not fit the commit it is meant for. Make it again from that commit.'
  return new GitError('bad_patch', said ? `${sentence} Git said: ${said}` : sentence, error.stderr)
}

const noise =
  /^(error: failed to push some refs|fatal: Could not read from remote|Please make sure|and the repository exists|hint:|remote:\s*$|$)/

/** The lines that say why, the first ones first: a server's explanation often runs on. */
function tellingLines(stderr: string): string {
  const lines = stderr
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => !noise.test(line))
  const telling = lines.filter((line) => /^(remote:|fatal:|error:|! \[)/.test(line))
  return (telling.length ? telling : lines).slice(0, 5).join(' · ').slice(0, 600)
}
