import { join } from 'node:path'
import type { TestRunner } from '@agentops/engine/contract'
import type { Sandbox } from '#workflows/sandbox/contract'
import { hookEnvironment, measuresItself } from './coverage/runner_hook.js'

/** Makes the processes of a run leave its coverage in the run's output folder. */
export async function coverageEnvironment(
  sandbox: Sandbox,
  runner: TestRunner | undefined,
  outputDir: string
): Promise<Record<string, string>> {
  if (!measuresItself(runner)) return { NODE_V8_COVERAGE: '/output/coverage' }
  return hookEnvironment(outputDir, sandbox.name === 'none' ? outputDir : '/output')
}

/** Where that is on the host. */
export function coverageFolder(outputDir: string): string {
  return join(outputDir, 'coverage')
}

/** How the command sees its checkout: without a sandbox it is the host folder itself. */
export function workspaceOf(sandbox: Sandbox, dir: string): string {
  return sandbox.name === 'none' ? dir : '/workspace'
}
