import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from '#projects/git/lock'
import { makeRepository } from '#projects/git/mirror'
import { gitText, runGit } from '#projects/git/run_git'
import { withScratch } from '#projects/git/scratch'

const bundled = fileURLToPath(new URL('../../../samples/duration-kit', import.meta.url))
const notOfTheSample = new Set(['.git', 'node_modules', 'coverage'])

const maker = {
  GIT_AUTHOR_NAME: 'AgentOps',
  GIT_AUTHOR_EMAIL: 'samples@agentops.invalid',
  GIT_AUTHOR_DATE: '@1767225600 +0000',
  GIT_COMMITTER_NAME: 'AgentOps',
  GIT_COMMITTER_EMAIL: 'samples@agentops.invalid',
  GIT_COMMITTER_DATE: '@1767225600 +0000',
}

/**
 * Makes sure that `dir` is a bare repository of the bundled sample, to be cloned from and pushed to. One
 * that is there keeps all its branches. The first commit is the same on every machine.
 */
export async function ensureSampleRemote(
  dir: string,
  source: string = bundled
): Promise<{ dir: string; commit: string }> {
  await mkdir(dirname(dir), { recursive: true })
  return withLock(`${dir}.lock`, async () => {
    const commit = (await mainOf(dir)) ?? (await make(dir, source))
    return { dir, commit }
  })
}

async function mainOf(gitDir: string): Promise<string | null> {
  const made = await stat(join(gitDir, 'HEAD')).catch(() => null)
  if (!made) return null
  return gitText(['rev-parse', '--verify', '--quiet', 'refs/heads/main'], { gitDir }).catch(() => null)
}

async function make(dir: string, source: string): Promise<string> {
  const partial = join(dirname(dir), `${randomUUID()}.partial`)
  try {
    await makeRepository(partial)
    const commit = await commitFolder(partial, source)
    await rm(dir, { recursive: true, force: true })
    await rename(partial, dir)
    return commit
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

function commitFolder(gitDir: string, source: string): Promise<string> {
  return withScratch(async (scratch) => {
    const git = { gitDir, env: { GIT_INDEX_FILE: join(scratch, 'index'), ...maker } }
    const files = await filesOf(source)
    const input = `${files.map(({ path }) => join(source, path)).join('\n')}\n`
    const oids = (
      await gitText(['hash-object', '-w', '--no-filters', '--stdin-paths'], { ...git, input })
    ).split('\n')
    const lines = files.map(({ path, mode }, index) => `${mode} ${oids[index]}\t${path}\0`)
    await runGit(['update-index', '-z', '--index-info'], { ...git, input: lines.join('') })
    const tree = await gitText(['write-tree'], git)
    const commit = await gitText(['commit-tree', tree], {
      ...git,
      input: 'Parse, format and compare durations\n',
    })
    await runGit(['update-ref', 'refs/heads/main', commit], git)
    return commit
  })
}

async function filesOf(root: string, folder = ''): Promise<{ path: string; mode: string }[]> {
  const found = await readdir(join(root, folder), { withFileTypes: true })
  const nested = found
    .filter(({ name }) => !notOfTheSample.has(name))
    .map(async (entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.isDirectory()) return filesOf(root, path)
      const { mode } = await stat(join(root, path))
      return [{ path, mode: mode & 0o100 ? '100755' : '100644' }]
    })
  return (await Promise.all(nested)).flat().sort((a, b) => (a.path < b.path ? -1 : 1))
}
