import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  type Sandbox,
  SandboxError,
  type SandboxLimits,
  type SandboxResult,
  type SandboxRun,
  type SandboxRunOptions,
} from '../contract.js'
import { DiskWatch } from '../disk_watch.js'
import { withEnvironment } from '../environment.js'
import { firstWords } from '../first_words.js'
import { openNetwork } from '../network_access.js'
import { sandboxMounts } from '../sandbox_mounts.js'
import { type Confinement, supervise } from '../supervisor.js'
import { outerIdForRoot } from '../unprivileged_id.js'
import { WorkspaceLease } from '../workspace_lease.js'
import { dockerArguments } from './arguments.js'
import { clientEnvironment, docker } from './command.js'

/** One container per run, without network, capabilities or a writable system. */
export class DockerSandbox implements Sandbox {
  readonly name = 'docker'
  readonly #environment: Record<string, string>

  constructor(
    private readonly image: string,
    dockerHost?: string
  ) {
    this.#environment = clientEnvironment(dockerHost)
  }

  async run(run: SandboxRun, options: SandboxRunOptions): Promise<SandboxResult> {
    const outerId = outerIdForRoot()
    await using scope = new AsyncDisposableStack()
    const lease = await WorkspaceLease.take(run, outerId)
    scope.defer(() => lease.giveBack())
    const network = await openNetwork(run.network, lease.scratch, 'node')
    scope.defer(() => network.close())

    const name = `agentops-sandbox-${randomUUID()}`
    const args = dockerArguments({
      name,
      image: this.image,
      user: outerId === null ? `${process.getuid?.()}:${process.getgid?.()}` : `${outerId}:${outerId}`,
      argv: [...endingWithin(run.limits), ...network.relay, ...withEnvironment(run.argv)],
      limits: run.limits,
      ...(await sandboxMounts(run, lease, network)),
    })
    const complaint = firstWords(options)
    const result = await supervise(this.#confine(name, args, run, lease), run.limits, complaint.options)
    // The client's own failures, before the command has run, end with 125.
    if (result.exitCode !== 125 || !complaint.text().startsWith('docker:')) return result
    throw new SandboxError(`docker could not start the sandbox: ${complaint.text()}`)
  }

  #confine(name: string, args: string[], run: SandboxRun, lease: WorkspaceLease): Confinement {
    const environment = this.#environment
    const child = spawn('docker', args, { cwd: '/', env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    // `--rm` may have been quicker, then there is nothing to remove.
    const remove = () =>
      docker(['rm', '--force', name], environment).then(
        () => {},
        () => {}
      )
    const disk = new DiskWatch(lease.writable, run.limits)
    return {
      child,
      stdout: child.stdout,
      stderr: child.stderr,
      kill: () => void remove().finally(() => child.kill('SIGKILL')),
      ended: remove,
      checks: [() => disk.check()],
      lastChecks: [() => disk.walk()],
    }
  }
}

/** The container does not notice the death of this worker, so it carries its own end with it. */
function endingWithin(limits: SandboxLimits): string[] {
  return ['timeout', '--signal=KILL', String(Math.ceil(limits.wallMs / 1000) + 5)]
}
