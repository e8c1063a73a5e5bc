import {
  type Sandbox,
  SandboxError,
  type SandboxResult,
  type SandboxRun,
  type SandboxRunOptions,
} from '../contract.js'
import { inside } from '../environment.js'
import { firstWords } from '../first_words.js'
import { openNetwork } from '../network_access.js'
import { openOutputPipes } from '../output_pipes.js'
import { prlimitArguments } from '../resource_limits.js'
import { sandboxMounts } from '../sandbox_mounts.js'
import { supervise } from '../supervisor.js'
import { outerIdForRoot } from '../unprivileged_id.js'
import { WorkspaceLease } from '../workspace_lease.js'
import { accountFiles } from './account_files.js'
import { confine } from './confinement.js'
import type { BubblewrapHost } from './host.js'
import { launch } from './launch.js'
import { launchCommand, sandboxId } from './launch_command.js'
import { LimitGroups } from './limit_groups.js'

/** bubblewrap and its process 1 count as tasks of the same user when no other user is at hand. */
const ownTasks = 2

/** Namespaces by bubblewrap, hard limits by rlimits and control groups, sums by a watchdog. */
export class BubblewrapSandbox implements Sandbox {
  readonly name = 'bubblewrap'

  constructor(private readonly host: BubblewrapHost) {}

  async run(run: SandboxRun, options: SandboxRunOptions): Promise<SandboxResult> {
    const outerId = outerIdForRoot()
    await using scope = new AsyncDisposableStack()
    const lease = await WorkspaceLease.take(run, outerId)
    scope.defer(() => lease.giveBack())
    const network = await openNetwork(run.network, lease.scratch, `${inside.node}/bin/node`)
    scope.defer(() => network.close())
    const groups = await LimitGroups.create(this.host, run.limits)
    scope.defer(() => groups.remove())

    const mounts = await sandboxMounts(run, lease, network, accountFiles(sandboxId))
    const command = launchCommand({
      dropPrivileges: outerId !== null,
      prlimit: await prlimitArguments(run.limits, ownTasks, !this.host.memoryGroups),
      relay: network.relay,
      argv: run.argv,
    })
    const system = this.host.systemMounts
    const pipes = await openOutputPipes(lease.scratch)
    const launched = await launch({ system, ...mounts }, command, groups.all, pipes, outerId)
    const complaint = firstWords(options)
    const confinement = confine(launched, run.limits, lease.writable, groups)
    const result = await supervise(confinement, run.limits, complaint.options)
    if (result.stoppedBy || launched.status.commandStarted) return result
    throw new SandboxError(`bubblewrap could not start the sandbox: ${complaint.text()}`)
  }
}
