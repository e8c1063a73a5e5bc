import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { repositoryOf } from '#projects/git/mirror_layout'
import type { RunGitOptions } from '#projects/git/run_git'

/** Git on the mirror with an index of its own, so that calls do not meet. */
export function withIndex({
  mirrorDir,
  scratch,
  signal,
}: {
  mirrorDir: string
  scratch: string
  signal?: AbortSignal
}): RunGitOptions {
  return { gitDir: repositoryOf(mirrorDir), signal, env: { GIT_INDEX_FILE: join(scratch, 'index') } }
}

/** The same, with new objects kept apart: the mirror is read and stays as it was. */
export async function withOwnObjects(input: {
  mirrorDir: string
  scratch: string
  signal?: AbortSignal
}): Promise<RunGitOptions> {
  const options = withIndex(input)
  const objects = join(input.scratch, 'objects')
  await mkdir(objects)
  return {
    ...options,
    env: {
      ...options.env,
      GIT_OBJECT_DIRECTORY: objects,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: join(repositoryOf(input.mirrorDir), 'objects'),
    },
  }
}
