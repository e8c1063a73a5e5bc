import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from '@japa/runner/core'
import type { GitRemote } from '#projects/git/contract'
import { anyHost } from '#projects/git/host_rule'
import { parseRemoteUrl } from '#projects/git/remote_url'

type Content = string | Buffer | { link: string } | { executable: string }

const person = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_CONFIG_GLOBAL: '/dev/null',
}

/** Git as a person would call it, not through the code under test. */
export function git(cwd: string, args: string[], input: string | Buffer = ''): string {
  const env = { ...process.env, ...person, GIT_CONFIG_COUNT: '0' }
  return execFileSync('git', args, { cwd, env, input, stdio: ['pipe', 'pipe', 'pipe'] })
    .toString('utf8')
    .trimEnd()
}

export async function scratch(cleanup: TestContext['cleanup']): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'git-spec-'))
  cleanup(() => rm(dir, { recursive: true, force: true }))
  return dir
}

export async function writeTree(root: string, files: Record<string, Content>) {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path)
    await mkdir(dirname(file), { recursive: true })
    if (typeof content === 'string' || Buffer.isBuffer(content)) await writeFile(file, content)
    else if ('link' in content) await symlink(content.link, file)
    else {
      await writeFile(file, content.executable)
      await chmod(file, 0o755)
    }
  }
}

export function localRemote(path: string): GitRemote {
  const parsed = parseRemoteUrl(path, { allowLocal: true, allowHost: anyHost })
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

/** A bare remote with one commit, the work tree it came from, and a folder for its mirror. */
export async function makeRemote(root: string, files: Record<string, Content>, branch = 'main') {
  const work = join(root, 'work')
  const bare = join(root, 'remote.git')
  await mkdir(work, { recursive: true })
  git(work, ['init', '-q', '-b', branch])
  await writeTree(work, files)
  git(work, ['add', '-A', '-f'])
  git(work, ['commit', '-q', '--allow-empty', '-m', 'first'])
  git(root, ['clone', '-q', '--bare', work, bare])
  return {
    work,
    bare,
    mirrorDir: join(root, 'mirror'),
    remote: localRemote(bare),
    head: git(work, ['rev-parse', 'HEAD']),
  }
}

/** The code a promise is rejected with, or `none`. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'none'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

export async function errorOf(
  promise: Promise<unknown>
): Promise<Error & { code?: string; stderr?: string; path?: string }> {
  try {
    await promise
  } catch (error) {
    return error as Error
  }
  throw new Error('expected a rejection')
}
