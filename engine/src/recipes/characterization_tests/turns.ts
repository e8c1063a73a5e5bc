import { randomBytes } from 'node:crypto'
import type { ExecutionResult, FileCoverage } from '../../../contract/execution.ts'
import type { TestsIntent } from '../../intent/intent.ts'
import type { GenerateOutcome, RecipeContext } from '../contract.ts'
import type { TestProject } from '../project/test_project.ts'
import { counted, type Refused } from '../refusals.ts'
import { type Callable, keyOf } from './callables.ts'
import { chooseCases } from './choose.ts'
import { type PlannedCases, planCases, projectOf } from './planned_cases.ts'
import { isCompiled, probeModes, probeRequests } from './probe_request.ts'
import { reachedByTests } from './reached_by_tests.ts'
import { readRecordings } from './recordings.ts'
import { nothing, notLoaded, notRecorded, notRun, summaryOf } from './report.ts'
import { type ChosenCase, type Verifying, writeState } from './state.ts'
import { type SteadyCase, steadyCases } from './steady.ts'
import { findTargets } from './targets.ts'
import { coverageRequest, judge, verificationRequests } from './verification.ts'
import { asEdits, type WrittenFile, writeTests } from './written_tests.ts'

const maxRounds = 3

interface Work {
  kind: 'work'
  project: TestProject
  planned: PlannedCases
  callables: Map<string, Callable>
  notes: string[]
}

/** What every turn starts from; the snapshot alone decides it. */
function workOf(ctx: RecipeContext, intent: TestsIntent): Work | Refused {
  ctx.signal.throwIfAborted()
  const project = projectOf(ctx)
  const targets = findTargets(project.repository, intent)
  if (targets.kind === 'refused') return targets
  const planned = planCases(project, targets)
  const notes = [...targets.notes, ...planned.setAside]
  if (planned.cases.length === 0) return nothing(notes)
  const callables = new Map(targets.callables.map((callable) => [keyOf(callable), callable]))
  return { kind: 'work', project, planned, callables, notes }
}

/** First turn: record what the functions answer, and what the tests cover before. */
export function requestRecording(ctx: RecipeContext, intent: TestsIntent): GenerateOutcome {
  const work = workOf(ctx, intent)
  if (work.kind === 'refused') return work
  const marker = randomBytes(16).toString('hex')
  ctx.progress(
    `Trying ${counted(work.planned.cases.length, 'call')} of ${counted(work.callables.size, 'function')} in the sandbox`
  )
  const requests = probeRequests(work.project.repository, work.planned, marker)
  const base = coverageRequest(
    ctx.test?.command,
    'coverage-before',
    "Measure what the project's tests cover before"
  )
  return {
    kind: 'execution_requested',
    requests: [...requests, base],
    state: writeState({ phase: 'record', marker }),
  }
}

/** Second turn: choose among the recorded calls, write the tests, and have them run. */
export function requestVerification(
  ctx: RecipeContext,
  intent: TestsIntent,
  marker: string,
  results: readonly ExecutionResult[]
): GenerateOutcome {
  const work = workOf(ctx, intent)
  if (work.kind === 'refused') return work
  const [plain, reversed, shifted] = probeModes.map((mode) => {
    const result = results.find(({ id }) => id === `probe-${mode}`)
    return result ? readRecordings(result, marker) : null
  })
  if (!plain || !reversed || !shifted) return notRecorded(results)
  const { steady, setAside } = steadyCases(work.planned.cases, plain, reversed, shifted)
  const coverage = results.find(({ id }) => id === 'coverage-before')?.coverage ?? []
  const byPath = new Map(coverage.map((file) => [file.path, file]))
  const comparable = !isCompiled(work.project.repository, work.planned)
  const { chosen, setAside: covered } = chooseCases(steady, { byPath, comparable })
  const unloadable = plain.unloadable.map(({ target, reason }) => `${target} cannot be loaded: ${reason}`)
  const notes = [...work.notes, ...unloadable, ...setAside, ...covered]
  if (chosen.length === 0) return (steady.length === 0 && notLoaded(plain.unloadable)) || nothing(notes)
  ctx.progress(`Wrote ${counted(chosen.length, 'test')}; checking them`)
  const before = coveredBefore(work, chosen, byPath, coverage)
  return verify(ctx, work, { phase: 'verify', round: 1, chosen: chosen.map(asChosen), before, notes })
}

/** Last turns: keep what passes and raises coverage; run again when something had to go. */
export function settle(
  ctx: RecipeContext,
  intent: TestsIntent,
  state: Verifying,
  results: readonly ExecutionResult[]
): GenerateOutcome {
  const work = workOf(ctx, intent)
  if (work.kind === 'refused') return work
  const files = written(work, state.chosen)
  const { kept, failed, notes, broken } = judge(work.project, files, results, state)
  if (broken) return notRun(work.project, broken)
  const told = [...state.notes, ...notes]
  if (kept.length === 0) return nothing(told)
  if (kept.length < state.chosen.length) {
    if (state.round >= maxRounds) return nothing([...told, 'tests kept failing after others were taken out'])
    ctx.progress(
      `Took out ${counted(state.chosen.length - kept.length, 'test')}${failed > 0 ? ' that did not pass every time' : ''}; checking the rest`
    )
    return verify(ctx, work, { ...state, round: state.round + 1, chosen: kept, notes: told })
  }
  const final = written(work, kept)
  return { kind: 'edits', edits: asEdits(final), summary: summaryOf(final, results, state, told) }
}

function verify(ctx: RecipeContext, work: Work, state: Verifying): GenerateOutcome {
  const requests = verificationRequests(work.project, written(work, state.chosen), ctx.test?.command)
  return { kind: 'execution_requested', requests, state: writeState(state) }
}

function written({ project, callables, planned }: Work, chosen: readonly ChosenCase[]): WrittenFile[] {
  return writeTests(project, chosen, callables, planned.needs)
}

function asChosen({ callable, args, recording }: SteadyCase): ChosenCase {
  const { status, value, before, after } = recording
  const items = (list: typeof before) => (list?.t === 'array' ? list.items : [])
  const fixed = callable.params.at(-1)?.type === 'RestElement' ? callable.params.length - 1 : args.length
  const changed = items(after)
    .slice(0, fixed)
    .map((item, at) => (JSON.stringify(item) === JSON.stringify(items(before)[at]) ? null : item))
  return {
    key: keyOf(callable),
    args,
    status: status as ChosenCase['status'],
    value: value!,
    changed: changed.some(Boolean) ? changed : [],
  }
}

/** Covered lines per file; null where the run said nothing although a test loads the file. */
function coveredBefore(
  { project }: Work,
  chosen: readonly SteadyCase[],
  byPath: ReadonlyMap<string, FileCoverage>,
  all: readonly FileCoverage[]
): Verifying['before'] {
  const reached = reachedByTests(project)
  const paths = [...new Set(chosen.map(({ callable }) => callable.module.path))]
  return Object.fromEntries(
    paths.map((path) => [
      path,
      byPath.get(path)?.covered.length ?? (reached.has(path) && all.length === 0 ? null : 0),
    ])
  )
}
