import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  defaultLimits,
  type Sandbox,
  type SandboxLimits,
  type SandboxResult,
  type SandboxRun,
} from '#workflows/sandbox/contract'
import { createSandbox } from '#workflows/sandbox/registry'

export const mebibyte = 1024 ** 2
export const hostileFiles = fileURLToPath(new URL('../../fixtures/hostile/', import.meta.url))

let found: Promise<Sandbox> | undefined

/** The real bubblewrap sandbox of this machine; a machine without one fails the test with the remedy. */
export function realSandbox(): Promise<Sandbox> {
  found ??= createSandbox({ driver: 'bubblewrap' }).then((choice) => {
    if (!choice.ok) throw new Error(choice.message)
    return choice.sandbox
  })
  return found
}

export type Options = Partial<Omit<SandboxRun, 'limits'>> & {
  limits?: Partial<SandboxLimits>
  sandbox?: Sandbox
  /** Another copy of the hostile files, for a user who cannot read this one. */
  hostileFiles?: string
  signal?: AbortSignal
  onOutput?: (text: string) => void
}

export interface Outcome {
  result: SandboxResult
  stdout: string
  stderr: string
  /** Processes of the run that are still alive. */
  strays: string[]
  ms: number
}

/** A workspace only this user may enter, as under `mktemp -d` or root's home. */
export async function workspace(): Promise<{ folder: string; remove(): Promise<void> }> {
  const closed = await mkdtemp(join(tmpdir(), 'agentops-hostile-'))
  const folder = join(closed, 'workspace')
  await mkdir(folder)
  const remove = async () => void (await promisify(execFile)('rm', ['-rf', '--', closed]))
  return { folder, remove }
}

/** Runs a command in a workspace of its own, or in the one given. */
export async function runCommand(argv: string[], options: Options = {}): Promise<Outcome> {
  const { limits, sandbox, signal, onOutput, workdir, env, hostileFiles: _, ...rest } = options
  if (!workdir) return inWorkspace((folder) => runCommand(argv, { ...options, workdir: folder }))
  const mark = randomUUID()
  const said = { stdout: '', stderr: '' }
  const started = performance.now()
  const result = await (sandbox ?? (await realSandbox())).run(
    {
      workdir,
      argv,
      env: { ...env, RUN_MARK: mark },
      limits: { ...defaultLimits, wallMs: 15_000, ...limits },
      network: { kind: 'none' },
      ...rest,
    },
    {
      ...(signal ? { signal } : {}),
      onOutput: ({ stream, text }) => {
        said[stream] += text
        onOutput?.(text)
      },
    }
  )
  const ms = performance.now() - started
  const strays = await processesWith(mark)
  return { result, ...said, strays, ms }
}

/** Runs a file of `tests/fixtures/hostile` from inside the workspace, as a repository would. */
export async function runHostile(name: string, args: string[] = [], options: Options = {}): Promise<Outcome> {
  const { workdir } = options
  if (!workdir) return inWorkspace((folder) => runHostile(name, args, { ...options, workdir: folder }))
  await cp(join(options.hostileFiles ?? hostileFiles, name), join(workdir, basename(name)))
  return runCommand([name.endsWith('.mjs') ? 'node' : 'sh', name, ...args], options)
}

async function inWorkspace(use: (folder: string) => Promise<Outcome>): Promise<Outcome> {
  const { folder, remove } = await workspace()
  return use(folder).finally(remove)
}

/** Names of the processes on this machine whose environment holds `mark`. */
export async function processesWith(mark: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const names = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
      return environment.includes(mark) ? readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '') : ''
    })
  )
  return names.filter(Boolean).map((name) => name.trim())
}
