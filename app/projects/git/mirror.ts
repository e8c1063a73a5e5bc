import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkedBranch, checkedCommit } from '#projects/git/checked_names'
import type { FetchMirrorInput, PinnedCommit } from '#projects/git/contract'
import { GitError } from '#projects/git/errors'
import { withLock } from '#projects/git/lock'
import { knownHostsOf, lockOf, repositoryOf, usedOf } from '#projects/git/mirror_layout'
import { defaultBranchOf, listBranches } from '#projects/git/probe'
import { runRemoteGit } from '#projects/git/remote_git'
import { runGit } from '#projects/git/run_git'

/**
 * Brings one commit of the remote, without its history, into the mirror and pins it there. Several
 * processes may ask for the same mirror; they take turns. A mirror is made beside its place and moved
 * there when whole, so a process killed half-way leaves nothing that could be taken for one.
 *
 * @throws GitError `empty_repository` when there is no commit, `not_found` for an unknown branch or commit
 */
export async function fetchMirror(input: FetchMirrorInput): Promise<PinnedCommit> {
  await mkdir(input.mirrorDir, { recursive: true, mode: 0o700 })
  await writeFile(usedOf(input.mirrorDir), '')
  const access = { knownHosts: knownHostsOf(input.mirrorDir), ...input }
  const pinned = await choose(access)
  if (!(await isPinned(input.mirrorDir, pinned.commit))) {
    await withLock(lockOf(input.mirrorDir), () => bring(access, pinned.commit), input.signal)
  }
  return pinned
}

async function choose(input: FetchMirrorInput): Promise<PinnedCommit> {
  const { branch: wanted, commit, mirrorDir } = input
  if (wanted !== undefined) checkedBranch(wanted)
  if (commit !== undefined && wanted !== undefined && (await isPinned(mirrorDir, checkedCommit(commit)))) {
    return { commit, branch: wanted }
  }
  const advertised = await listBranches(input, wanted === undefined ? undefined : [`refs/heads/${wanted}`])
  const branch = wanted ?? defaultBranchOf(advertised)
  if (branch === null) {
    throw new GitError(
      'empty_repository',
      'The repository has no commit yet, so there is nothing to work on. Push a first commit, then try again.'
    )
  }
  const tip = commit === undefined ? advertised.branches.get(branch) : checkedCommit(commit)
  if (tip) return { commit: tip, branch }
  throw new GitError(
    'not_found',
    `The remote has no branch named ${branch}. Check the name, or choose another branch in the project's settings.`
  )
}

const pinOf = (commit: string) => `refs/agentops/pins/${commit}`

async function isPinned(mirrorDir: string, commit: string): Promise<boolean> {
  const gitDir = repositoryOf(mirrorDir)
  const made = await stat(gitDir).catch(() => null)
  if (!made) return false
  const { stdout } = await runGit(['for-each-ref', '--format=%(objecttype)', pinOf(commit)], {
    gitDir,
  }).catch(() => ({ stdout: '' }))
  return String(stdout).trim() === 'commit'
}

async function bring(input: FetchMirrorInput, commit: string) {
  const { mirrorDir } = input
  if (await isPinned(mirrorDir, commit)) return
  await removeHalfMade(mirrorDir)
  const place = repositoryOf(mirrorDir)
  if (await isRepository(place, commit)) return fetchCommit(input, place, commit)
  const partial = join(mirrorDir, `${randomUUID()}.partial`)
  await makeRepository(partial, commit)
  await fetchCommit(input, partial, commit)
  await rm(place, { recursive: true, force: true })
  await rename(partial, place)
}

async function removeHalfMade(mirrorDir: string) {
  const names = await readdir(mirrorDir)
  for (const name of names.filter((each) => each.endsWith('.partial'))) {
    await rm(join(mirrorDir, name), { recursive: true, force: true })
  }
  const gitDir = repositoryOf(mirrorDir)
  // left by a fetch that was killed; nobody else is writing, the lock is ours
  for (const left of ['shallow.lock', 'config.lock', 'packed-refs.lock'])
    await rm(join(gitDir, left), { force: true })
}

async function isRepository(gitDir: string, commit: string): Promise<boolean> {
  const format = await runGit(['rev-parse', '--show-object-format'], { gitDir }).catch(() => null)
  return format?.stdout.toString().trim() === objectFormat(commit)
}

const objectFormat = (commit: string) => (commit.length === 64 ? 'sha256' : 'sha1')

export async function makeRepository(gitDir: string, commit = '') {
  const format = `--object-format=${objectFormat(commit)}`
  await mkdir(gitDir, { recursive: true, mode: 0o700 })
  await runGit(['init', '--quiet', '--bare', '--template=', '--initial-branch=main', format], { gitDir })
}

async function fetchCommit(input: FetchMirrorInput, gitDir: string, commit: string) {
  const refspec = `+${commit}:${pinOf(commit)}`
  const how = [
    '--progress',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-recurse-submodules',
    '--depth=1',
    '--no-auto-maintenance',
  ]
  await runRemoteGit(input, (url) => ['fetch', ...how, '--', url, refspec], {
    gitDir,
    onProgress: input.onProgress,
  })
}
