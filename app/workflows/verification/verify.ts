import type { FileCoverage } from '@agentops/engine/contract'
import { compareCoverage, summarizeCoverage } from './coverage/summary.js'
import { type RuleInput, rule } from './rule.js'
import { type PhaseInput, runInstall, runTests } from './test_phase.js'
import type { NewTest, TestRun, Verdict, VerdictCoverage } from './verdict.js'

export { executeRequest } from './execute_request.js'

/** The run without the patch; plain JSON, to be stored and passed again as `cachedBase`. */
export type BaseRun = {
  /** Null when the tests could not be started; `notRun` then says why. */
  run: TestRun | null
  notRun: string | null
  coverage: FileCoverage[] | null
}

export type VerifyInput = PhaseInput & {
  /** Host folders without `.git`, each with a checkout of its own; the runs change them. */
  baseDir: string
  patchedDir: string
  /** The test command as one would type it; null when none is known. */
  command: string | null
  /** The command that installs dependencies, run before the tests on each side with `network`; null for none. */
  install: string | null
  cachedBase?: BaseRun
  newTests?: NewTest[]
}

export type Verification = {
  verdict: Verdict
  base: BaseRun
  /** Covered lines per file after the patch, for the artifact; the verdict keeps only counts. */
  coverage: FileCoverage[] | null
}

/**
 * Runs the project's tests on the base (unless `cachedBase` is given) and on the patched checkout and rules.
 * A failing command is a verdict, not an error; rejects with `SandboxError` when the sandbox cannot be set up,
 * and with the signal's reason when it is aborted.
 */
export async function verifyPatch(input: VerifyInput): Promise<Verification> {
  const { command } = input
  if (command === null) return conclude(input, emptyBase(noCommand), { notRun: noCommand })
  const base = input.cachedBase ?? (await runSide(input, 'base', input.baseDir, command))
  input.signal?.throwIfAborted()
  const patched = await runSide(input, 'patched', input.patchedDir, command)
  input.signal?.throwIfAborted()
  return conclude(input, base, patched.run ?? { notRun: patched.notRun ?? noCommand }, patched.coverage)
}

const noCommand = 'No test command is known: set one in the project settings or in .agentops.yml'
const maxChanges = 200

async function runSide(
  input: VerifyInput,
  side: 'base' | 'patched',
  dir: string,
  command: string
): Promise<BaseRun> {
  const change = side === 'base' ? 'without the change' : 'with the change'
  if (input.install) {
    input.onPhase?.(`Installing dependencies ${change}: ${input.install}`)
    const problem = await runInstall(input, dir, input.install)
    if (problem) return emptyBase(problem)
    input.signal?.throwIfAborted()
  }
  input.onPhase?.(`Running the tests ${change}: ${command}`)
  return { ...(await runTests(input, dir, command)), notRun: null }
}

function emptyBase(reason: string): BaseRun {
  return { run: null, notRun: reason, coverage: null }
}

function conclude(
  input: VerifyInput,
  base: BaseRun,
  after: RuleInput['after'],
  coverage: FileCoverage[] | null = null
): Verification {
  const verdict = rule({
    command: input.command,
    runner: input.runner,
    base: base.run,
    after,
    coverage: coverageOf(base.coverage, coverage),
    newTests: input.newTests,
    checkedAt: new Date(),
  })
  return { verdict, base, coverage }
}

function coverageOf(before: FileCoverage[] | null, after: FileCoverage[] | null): VerdictCoverage | null {
  if (!before && !after) return null
  const changes = before && after ? compareCoverage(before, after) : []
  const size = (change: (typeof changes)[number]) =>
    Math.abs((change.after?.covered ?? 0) - (change.before?.covered ?? 0))
  return {
    before: before && summarizeCoverage(before).lines,
    after: after && summarizeCoverage(after).lines,
    changes: changes.toSorted((a, b) => size(b) - size(a)).slice(0, maxChanges),
  }
}
