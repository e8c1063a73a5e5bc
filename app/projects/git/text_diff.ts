import { isUtf8 } from 'node:buffer'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPatchedFiles } from '#projects/git/patched_files'
import { type RunGitOptions, runGit } from '#projects/git/run_git'

export interface DiffInput {
  from: string
  to: string
  scratch: string
  git: RunGitOptions
}

const MAX_PATCH_BYTES = 64 * 2 ** 20
const plainDiff = ['diff-tree', '-r', '-M', '--no-ext-diff', '--no-textconv', '--full-index', '--binary']

export async function changedFiles({ from, to, git }: DiffInput) {
  const { stdout } = await runGit([...plainDiff, '-z', '--raw', '--numstat', from, to], git)
  return readPatchedFiles(stdout.toString('utf8'))
}

/**
 * The difference of two trees as text that applies again. A file in another encoding than UTF-8 would be
 * damaged on its way through a string, so it is told as binary.
 */
export async function textDiff(input: DiffInput): Promise<string> {
  const whole = await diff(input)
  if (isUtf8(whole)) return whole.toString('utf8')
  const foreign: string[] = []
  for (const { path, from } of await changedFiles(input)) {
    const names = from === undefined ? [path] : [from, path]
    if (!isUtf8(await diff(input, ['--', ...names]))) foreign.push(...names)
  }
  const attributes = join(input.scratch, 'attributes')
  await writeFile(attributes, foreign.map((path) => `${pattern(path)} -diff\n`).join(''))
  const git = {
    ...input.git,
    config: [...(input.git.config ?? []), ['core.attributesFile', attributes] as [string, string]],
  }
  return (await diff({ ...input, git })).toString('utf8')
}

async function diff({ from, to, git }: DiffInput, rest: string[] = []): Promise<Buffer> {
  const { stdout } = await runGit([...plainDiff, '-p', from, to, ...rest], {
    ...git,
    maxOutputBytes: MAX_PATCH_BYTES,
  })
  return stdout
}

/** A path as a pattern for itself: glob characters escaped, then quoted as in C. */
function pattern(path: string): string {
  const literal = `/${path.replace(/[\\*?[]/g, '\\$&')}`
  return `"${literal.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}"`
}
