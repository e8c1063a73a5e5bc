import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'

/**
 * Where a step keeps its files: the project's mirror, kept between workflows, and a folder of the step's
 * own that goes with it. A step never finds files that another one left.
 */
export class Workspace {
  readonly mirrorDir: string
  readonly #root: string

  constructor(teamId: string, projectId: string, { stepId, token }: { stepId: string; token: string }) {
    this.mirrorDir = join(env.get('DATA_DIR'), 'mirrors', teamId, projectId)
    this.#root = join(env.get('DATA_DIR'), 'workspaces', `${stepId}-${token.slice(0, 8)}`)
  }

  /** An empty folder of that name. */
  async folder(name: string) {
    const path = join(this.#root, name)
    await rm(path, { recursive: true, force: true })
    await mkdir(path, { recursive: true })
    return path
  }

  async close() {
    await rm(this.#root, { recursive: true, force: true, maxRetries: 3 })
  }
}
