import { join } from 'node:path'
import type { Sandbox } from '#workflows/sandbox/contract'

/** Makes every Node process of a run leave its coverage in the run's output folder. */
export const coverageEnvironment = { NODE_V8_COVERAGE: '/output/coverage' }

/** Where that is on the host. */
export function coverageFolder(outputDir: string): string {
  return join(outputDir, 'coverage')
}

/** How the command sees its checkout: without a sandbox it is the host folder itself. */
export function workspaceOf(sandbox: Sandbox, dir: string): string {
  return sandbox.name === 'none' ? dir : '/workspace'
}
