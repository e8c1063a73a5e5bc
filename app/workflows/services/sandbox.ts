import { delimiter, dirname } from 'node:path'
import env from '#start/env'
import type { Sandbox, SandboxNetwork } from '#workflows/sandbox/contract'
import { createSandbox } from '#workflows/sandbox/registry'
import { StepFailure } from '#workflows/steps/step_context'

let chosen: Promise<Sandbox> | null = null

async function choose(): Promise<Sandbox> {
  const choice = await createSandbox({
    driver: env.get('SANDBOX_DRIVER'),
    nodeBinDir: dirname(process.execPath),
    hostPath: (env.get('PATH') ?? '')
      .split(delimiter)
      .filter((folder) => !folder.includes('node_modules'))
      .join(delimiter),
  })
  if (choice.ok) return choice.sandbox
  chosen = null
  throw new StepFailure(choice.message, 'refused')
}

/**
 * The sandbox of this worker, found once.
 *
 * @throws StepFailure with the command that installs one, where none works
 */
export function sandbox(): Promise<Sandbox> {
  chosen ??= choose()
  return chosen
}

/** What dependency installation may reach: nothing, unless the operator names registries. */
export function installNetwork(): SandboxNetwork {
  const hosts = (env.get('SANDBOX_REGISTRIES') ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter(Boolean)
  return hosts.length > 0 ? { kind: 'registries', hosts } : { kind: 'none' }
}

/** Where npm looks for packages that it has met before. */
const NPM_CACHE = '/home/sandbox/.npm/_cacache'

/** The operator's package cache, to be read only: with it installation works without any network. */
export function packageCache() {
  const from = env.get('SANDBOX_PACKAGE_CACHE')
  return from ? [{ from, to: NPM_CACHE }] : []
}
