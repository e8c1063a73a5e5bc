import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import env from '#start/env'
import { ownWorkspacesDir } from '#workflows/services/leftovers'

/** Hostile code leaves trees deeper than Node's own removal gets through. */
const remove = (path: string) => promisify(execFile)('rm', ['-rf', '--', path])

/**
 * Where a step keeps its files: the project's mirror, kept between workflows, and a folder of the step's
 * own that goes with it. A step never finds files that another one left.
 */
export class Workspace {
  readonly mirrorDir: string
  readonly #root: string

  constructor(teamId: string, projectId: string, { stepId, token }: { stepId: string; token: string }) {
    this.mirrorDir = join(env.get('DATA_DIR'), 'mirrors', teamId, projectId)
    this.#root = join(ownWorkspacesDir(), `${stepId}-${token.slice(0, 8)}`)
  }

  /** An empty folder of that name. */
  async folder(name: string) {
    const path = join(this.#root, name)
    await remove(path)
    await mkdir(path, { recursive: true })
    return path
  }

  async close() {
    await remove(this.#root)
  }
}
