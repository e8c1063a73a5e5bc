import type { FileCoverage } from '@agentops/engine/contract'
import { type Check, type CheckRun, compareChecks, runChecks } from './checks.js'
import { compareCoverage, summarizeCoverage } from './coverage/summary.js'
import { compareFailures } from './failures.js'
import { rerunFailures } from './flakes.js'
import { rule } from './rule.js'
import type { RuleInput } from './rule_input.js'
import { type PhaseInput, runInstall, runTests } from './test_phase.js'
import type { TestRun } from './test_run.js'
import type { NewTest, Verdict, VerdictCoverage } from './verdict.js'

export { executeRequest } from './execute_request.js'

/** The run without the patch; plain JSON, to be stored and passed again as `cachedBase`. */
export type BaseRun = {
  /** Null when the tests could not be started; `notRun` then says why. */
  run: TestRun | null
  notRun: string | null
  coverage: FileCoverage[] | null
  /** Why coverage was not measured. */
  unmeasured?: string | null
  /** Absent where the project has no checks, or nobody asked. */
  checks?: CheckRun[]
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
  /** A checkout with the patch's tests and nothing else of it; absent where the patch is not of both kinds. */
  testsAloneDir?: string
  /** The project's own checks, run on both sides. */
  checks?: Check[]
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
  if (!patched.run) return conclude(input, base, { notRun: patched.notRun ?? noCommand })
  const settled = await rerunFailures(input, {
    dir: input.patchedDir,
    command,
    base: base.run,
    run: patched.run,
  })
  const alone = input.testsAloneDir ? await runSide(input, 'alone', input.testsAloneDir, command) : null
  const shown = alone?.run ? provedBy(base.run, alone.run, settled.run) : {}
  const checks = compareChecks(base.checks ?? [], patched.checks ?? [])
  const { coverage, unmeasured } = patched
  return conclude(input, base, settled.run, coverage, {
    ...shown,
    flakes: settled.flakes,
    checks,
    unmeasured,
  })
}

/** Tests that fail on code without the rest of the patch, and did not fail there before: they are new, and prove it. */
function provedBy(
  base: TestRun | null,
  alone: TestRun,
  after: TestRun
): Pick<RuleInput, 'newTests' | 'testsAlone'> {
  const stillRed = new Set(after.report?.failures.map(({ name }) => name))
  const { regressions } = compareFailures(base?.report ?? null, alone.report)
  const newTests = regressions.map(({ name }) => ({ name, redBefore: true, greenAfter: !stillRed.has(name) }))
  return { testsAlone: alone, ...(newTests.length > 0 && { newTests }) }
}

const noCommand = 'No test command is known: set one in the project settings or in .agentops.yml'
const maxChanges = 200

const sides = {
  base: 'without the change',
  patched: 'with the change',
  alone: 'with the new tests, without the rest of the change',
}

async function runSide(
  input: VerifyInput,
  side: 'base' | 'patched' | 'alone',
  dir: string,
  command: string
): Promise<BaseRun> {
  const change = sides[side]
  if (input.install) {
    const problem = await runInstall(input, dir, input.install, change)
    if (problem) return emptyBase(`The tests were not run: ${problem}`)
    input.signal?.throwIfAborted()
  }
  input.onPhase?.(`Running the tests ${change}: ${command}`)
  const measured = await runTests(side === 'alone' ? { ...input, coverage: false } : input, dir, command)
  if (side === 'alone' || !input.checks?.length) return { ...measured, notRun: null }
  input.signal?.throwIfAborted()
  return { ...measured, notRun: null, checks: await runChecks(input, dir, input.checks) }
}

function emptyBase(reason: string): BaseRun {
  return { run: null, notRun: reason, coverage: null }
}

function conclude(
  input: VerifyInput,
  base: BaseRun,
  after: RuleInput['after'],
  coverage: FileCoverage[] | null = null,
  more: Pick<RuleInput, 'newTests' | 'testsAlone' | 'flakes' | 'checks' | 'unmeasured'> = {}
): Verification {
  const verdict = rule({
    command: input.command,
    runner: input.runner,
    base: base.run,
    after,
    coverage: coverageOf(base.coverage, coverage),
    newTests: input.newTests,
    ...more,
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
