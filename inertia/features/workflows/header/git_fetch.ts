const PLAIN = /^[\w@%+=:,./-]+$/

/** A word for a POSIX shell, in quotes where it needs them. */
export const shellWord = (word: string) => (PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)

/** Brings the branch into any clone, whatever its remotes are called. */
export const gitFetchCommand = (remoteUrl: string, branch: string) =>
  `git fetch ${shellWord(remoteUrl)} ${shellWord(`${branch}:${branch}`)}`
