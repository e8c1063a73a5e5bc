/**
 * What a run may use. Sizes are bytes (binary units), `processes` counts threads too, as the kernel does;
 * `cpuSeconds` is summed over all processes; `diskBytes` counts the workspace, /tmp, /home and /output
 * together; `fileBytes` is the largest single file.
 */
export interface SandboxLimits {
  wallMs: number
  cpuSeconds: number
  memoryBytes: number
  processes: number
  openFiles: number
  fileBytes: number
  diskBytes: number
  outputBytes: number
}

const mebibyte = 1024 ** 2
const gibibyte = 1024 ** 3

export const defaultLimits: SandboxLimits = {
  wallMs: 10 * 60_000,
  cpuSeconds: 20 * 60,
  memoryBytes: 2 * gibibyte,
  processes: 512,
  openFiles: 4096,
  fileBytes: 512 * mebibyte,
  diskBytes: 4 * gibibyte,
  outputBytes: 10 * mebibyte,
}

/**
 * `hosts`: registry host names. `registry.npmjs.org` opens ports 443 and 80 and must resolve to public
 * addresses; `npm.corp.example:8443` opens that port and, being spelled out, may be a private address.
 */
export type SandboxNetwork = { kind: 'none' } | { kind: 'registries'; hosts: string[] }

export interface SandboxRun {
  /**
   * Absolute host path of a writable copy of the checkout, without `.git` and without files hard-linked
   * elsewhere; it becomes /workspace, the working directory.
   */
  workdir: string
  /** The command, e.g. `['sh', '-c', 'npm test']`; never interpreted by the host. */
  argv: string[]
  /** Added to the built-in list (`environment.ts`). */
  env?: Record<string, string>
  limits: SandboxLimits
  network: SandboxNetwork
  /**
   * e.g. a package cache; `from` is an absolute host path, `to` an absolute path inside, not in /workspace
   * or /output: what lies there is hostile and could lead the mount elsewhere.
   */
  readOnlyMounts?: { from: string; to: string }[]
  /** Absolute host path of a folder that becomes /output, writable. */
  outputDir?: string
}

export type SandboxStop = { limit: keyof SandboxLimits | 'cancelled'; sentence: string }

export interface SandboxResult {
  /** The command's exit code, 128 + number when a signal ended it; null when it was stopped. */
  exitCode: number | null
  /** The signal that ended the command, as its exit code tells; SIGKILL when it was stopped. */
  signal: string | null
  /** Set when a limit was hit or the run was cancelled; `sentence` reads "stopped: memory limit 1 GiB". */
  stoppedBy: SandboxStop | null
  durationMs: number
  /** Bytes handed to `onOutput`. */
  outputBytes: number
  /** Bytes read from the command and thrown away once the output limit was reached. */
  droppedBytes: number
}

/** A piece of output; `text` never splits a UTF-8 character and is data: not escaped, not stripped. */
export interface SandboxOutput {
  stream: 'stdout' | 'stderr'
  text: string
}

export interface SandboxRunOptions {
  signal?: AbortSignal
  onOutput?: (output: SandboxOutput) => void
}

export type SandboxDriver = 'bubblewrap' | 'docker' | 'none'

export interface Sandbox {
  readonly name: SandboxDriver
  /**
   * Runs one command and resolves when nothing it started is alive any more, within a second of an abort.
   * Files it left behind are regular files, folders and symbolic links owned by the caller; whoever reads
   * them must not follow the links. Rejects with `SandboxError` only when the sandbox itself could not be set up.
   */
  run(run: SandboxRun, options: SandboxRunOptions): Promise<SandboxResult>
}

/** The sandbox could not be set up: nothing of the command has run. */
export class SandboxError extends Error {
  override name = 'SandboxError'
}
