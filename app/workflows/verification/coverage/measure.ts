import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FileCoverage, TestRunner } from '@agentops/engine/contract'
import type { Sandbox } from '#workflows/sandbox/contract'
import { coverageFolder, workspaceOf } from '../run_paths.js'
import { collectCoverage } from './collect.js'
import { measuresItself } from './runner_hook.js'

/** `unmeasured` says why there is no coverage, as half a sentence. */
export type Measured = { coverage: FileCoverage[] | null; unmeasured: string | null }

type MeasureInput = {
  sandbox: Sandbox
  runner: TestRunner
  /** The checkout and the output folder of the run, on the host. */
  dir: string
  outputDir: string
  sourceFiles: string[]
}

/** Reads what a run has left under its output folder. */
export async function measured({
  sandbox,
  runner,
  dir,
  outputDir,
  sourceFiles,
}: MeasureInput): Promise<Measured> {
  const result = await collectCoverage({
    folder: coverageFolder(outputDir),
    root: dir,
    workspace: workspaceOf(sandbox, dir),
    sourceFiles,
    includeUnloaded: true,
  })
  return { coverage: result?.files ?? null, unmeasured: result ? null : whyNot(runner, outputDir) }
}

function whyNot(runner: TestRunner, outputDir: string): string {
  if (existsSync(join(coverageFolder(outputDir), 'no-provider')))
    return 'Vitest measures with @vitest/coverage-v8 or @vitest/coverage-istanbul, and the project has neither'
  if (measuresItself(runner))
    return `${runner === 'jest' ? 'Jest' : 'Vitest'} left no report, for example because the test command sets NODE_OPTIONS`
  return "no process of the tests left a report on the project's sources"
}
