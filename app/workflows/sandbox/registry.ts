import { BubblewrapSandbox } from './bubblewrap/bubblewrap_sandbox.js'
import { inspectHost } from './bubblewrap/host.js'
import type { Sandbox, SandboxDriver } from './contract.js'
import { DockerSandbox } from './docker/docker_sandbox.js'
import { probeDocker } from './docker/probe.js'
import { installCommand } from './install_command.js'
import { probe } from './probe.js'
import { UnconfinedSandbox } from './unconfined/unconfined_sandbox.js'

export interface SandboxConfig {
  /** Undefined takes the best that works: bubblewrap, then docker. `none` confines nothing. */
  driver?: SandboxDriver | undefined
  /** Folder with the `node` binary commands are to use; this process's own by default. */
  nodeBinDir?: string | undefined
  /** A PATH to look for npm on, e.g. when it lies in a home folder. */
  hostPath?: string | undefined
  dockerImage?: string | undefined
  dockerHost?: string | undefined
}

export type SandboxChoice = { ok: true; sandbox: Sandbox } | { ok: false; message: string }

const defaultImage = 'node:24-bookworm'

/**
 * Finds a sandbox that works by running `true` in it. When none does, `message` says in one sentence why
 * and which command mends it; there is no silent fallback to running unconfined.
 */
export async function createSandbox(config: SandboxConfig): Promise<SandboxChoice> {
  if (config.driver === 'none') return { ok: true, sandbox: new UnconfinedSandbox(config.nodeBinDir) }
  if (config.driver === 'docker') return tryDocker(config)
  const bubblewrap = await tryBubblewrap(config)
  if (bubblewrap.ok || config.driver === 'bubblewrap') return bubblewrap
  const docker = await tryDocker(config)
  return docker.ok ? docker : bubblewrap
}

async function tryBubblewrap(config: SandboxConfig): Promise<SandboxChoice> {
  if (process.platform !== 'linux')
    return refuse('bubblewrap needs Linux: use SANDBOX_DRIVER=docker instead.')
  const sandbox = new BubblewrapSandbox(await inspectHost(config.nodeBinDir, config.hostPath))
  const complaint = await probe(sandbox)
  if (!complaint) return { ok: true, sandbox }
  return refuse(await installCommand(complaint))
}

async function tryDocker(config: SandboxConfig): Promise<SandboxChoice> {
  const image = config.dockerImage ?? defaultImage
  const complaint = await probeDocker(image, config.dockerHost)
  if (complaint) return refuse(complaint)
  const sandbox = new DockerSandbox(image, config.dockerHost)
  const failure = await probe(sandbox)
  return failure ? refuse(`docker does not run a sandbox here: ${failure}`) : { ok: true, sandbox }
}

function refuse(message: string): SandboxChoice {
  return { ok: false, message }
}
