import { spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExecutionRequest, ExecutionResult } from '../../contract/execution.ts'
import type { Files } from './context.ts'
import { coveredLines } from './v8_lines.ts'

const nodeModules = fileURLToPath(new URL('../../../node_modules', import.meta.url))

/** A copy of a project on disk that answers execution requests as the worker does, without its sandbox. */
export class Checkout {
  readonly #files: Files
  readonly #linked: boolean

  /** @param linked packages of this workspace are installed in it */
  constructor(files: Files, linked = false) {
    this.#files = files
    this.#linked = linked
  }

  async execute(request: ExecutionRequest): Promise<ExecutionResult> {
    const root = mkdtempSync(join(tmpdir(), 'recipe-'))
    const coverageFolder = mkdtempSync(join(tmpdir(), 'recipe-coverage-'))
    const overlay = Object.fromEntries(request.overlay.map(({ path, content }) => [path, content]))
    for (const [path, content] of Object.entries({ ...this.#files, ...overlay })) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    }
    if (this.#linked) symlinkSync(nodeModules, join(root, 'node_modules'))
    try {
      const env = request.coverage ? { ...request.env, NODE_V8_COVERAGE: coverageFolder } : request.env
      const ended = await run(request.argv, root, env, request.timeoutMs)
      return {
        id: request.id,
        stoppedBy: null,
        ...ended,
        coverage: request.coverage ? coverageOf(coverageFolder, root) : null,
      }
    } finally {
      rmSync(root, { recursive: true, force: true })
      rmSync(coverageFolder, { recursive: true, force: true })
    }
  }
}

type Ended = Pick<ExecutionResult, 'exitCode' | 'stdout' | 'stderr' | 'durationMs'>

function run(
  [command, ...args]: string[],
  cwd: string,
  env: Record<string, string>,
  timeout: number
): Promise<Ended> {
  const started = performance.now()
  const path = `${dirname(process.execPath)}:${process.env.PATH}`
  return new Promise((resolve, reject) => {
    const child = spawn(command!, args, { cwd, env: { PATH: path, HOME: cwd, ...env }, timeout })
    const output = { stdout: '', stderr: '' }
    child.stdout.on('data', (data: Buffer) => (output.stdout += data))
    child.stderr.on('data', (data: Buffer) => (output.stderr += data))
    child.on('error', reject)
    child.on('close', (exitCode) =>
      resolve({ exitCode, ...output, durationMs: Math.round(performance.now() - started) })
    )
  })
}

function coverageOf(folder: string, root: string): ExecutionResult['coverage'] {
  const reports = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  return coveredLines(reports, root)
}
