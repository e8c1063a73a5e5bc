import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import type { Sandbox, SandboxResult, SandboxRun, SandboxRunOptions } from '../contract.js'
import { inside, sandboxEnvironment, systemPath } from '../environment.js'
import { openOutputPipes } from '../output_pipes.js'
import { supervise } from '../supervisor.js'
import { WorkspaceLease } from '../workspace_lease.js'
import { killRun, runVariable } from './run_processes.js'

/**
 * No sandbox: the command runs as this very user, with its files and network. Only wall time and output
 * are limited. Chosen by name alone (`SANDBOX_DRIVER=none`), never as a fallback.
 */
export class UnconfinedSandbox implements Sandbox {
  readonly name = 'none'

  constructor(private readonly nodeBinDir = dirname(process.execPath)) {}

  async run(run: SandboxRun, options: SandboxRunOptions): Promise<SandboxResult> {
    const lease = await WorkspaceLease.take(run, null)
    try {
      const id = randomUUID()
      const here = hostPaths(run, lease)
      const own = { PATH: `${this.nodeBinDir}:${systemPath}`, HOME: lease.home, TMPDIR: lease.tmp }
      const environment = sandboxEnvironment(translateValues(run.env ?? {}, here), own)
      const argv = run.argv.map((word) => translate(word, here))
      const pipes = await openOutputPipes(lease.scratch)
      // A missing command ends with 127, as in every other driver.
      const child = spawn('/bin/sh', ['-c', 'exec "$@"', 'sandbox', ...argv], {
        cwd: run.workdir,
        env: { ...environment, [runVariable]: id },
        stdio: ['ignore', ...pipes.writeEnds],
        detached: true,
      })
      pipes.closeWriteEnds()
      const killAll = () => (child.pid ? killRun(child.pid, id) : Promise.resolve())
      const confinement = { child, kill: () => void killAll(), ended: killAll, checks: [], lastChecks: [] }
      return await supervise({ ...confinement, ...pipes }, run.limits, options)
    } finally {
      await lease.giveBack()
    }
  }
}

/** Commands are written for the paths inside a sandbox; here they mean folders of the host. */
function hostPaths(run: SandboxRun, lease: WorkspaceLease): [inside: string, host: string][] {
  const mounts = (run.readOnlyMounts ?? []).map(({ from, to }): [string, string] => [to, from])
  const output: [string, string][] = run.outputDir ? [[inside.output, run.outputDir]] : []
  return [...mounts, ...output, [inside.workspace, run.workdir], [inside.home, lease.home]]
}

function translate(text: string, paths: [string, string][]): string {
  const hit = paths.find(([path]) => text === path || text.startsWith(`${path}/`))
  return hit ? hit[1] + text.slice(hit[0].length) : text
}

function translateValues(values: Record<string, string>, paths: [string, string][]) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, translate(value, paths)]))
}
