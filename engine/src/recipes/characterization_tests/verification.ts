import { posix } from 'node:path'
import type { ExecutionRequest, ExecutionResult } from '../../../contract/execution.ts'
import { runCommand, wholeSuite } from '../project/run_commands.ts'
import type { JsRunner } from '../project/runners.ts'
import type { TestProject } from '../project/test_project.ts'
import { failedTitles } from './failed_titles.ts'
import type { ChosenCase, Verifying } from './state.ts'
import { asEdits, type WrittenFile, type WrittenTest } from './written_tests.ts'

const orders = [0, 1, 2]
const orderNames = ['in the order they are written', 'backwards', 'shuffled']

/** Runs of the new tests in three orders, and one of the whole suite with coverage. */
export function verificationRequests(
  project: TestProject,
  files: readonly WrittenFile[],
  command: string | undefined
): ExecutionRequest[] {
  const { argv, env } = runCommand(
    project,
    files.map(({ path }) => path)
  )
  const runs = orders.map(
    (order): ExecutionRequest => ({
      id: `order-${order}`,
      reason: `Run the new tests ${orderNames[order]}`,
      argv,
      env,
      overlay: asEdits(files, order).map(({ path, content }) => ({ path, content })),
      coverage: false,
      timeoutMs: 300_000,
    })
  )
  return [
    ...runs,
    {
      ...coverageRequest(
        command,
        'coverage',
        "Run the project's tests with the new ones and measure coverage"
      ),
      overlay: runs[0]!.overlay,
    },
  ]
}

export function coverageRequest(command: string | undefined, id: string, reason: string): ExecutionRequest {
  return { id, reason, argv: wholeSuite(command), overlay: [], env: {}, coverage: true, timeoutMs: 600_000 }
}

export interface Judged {
  kept: ChosenCase[]
  /** Tests that fail in some order; taking them out needs another round. */
  failed: number
  notes: string[]
  /** Set when no run could tell anything. */
  broken: ExecutionResult | null
}

/** Keeps tests that pass every time, of files whose coverage rises. */
export function judge(
  project: TestProject,
  files: readonly WrittenFile[],
  results: readonly ExecutionResult[],
  { before }: Verifying
): Judged {
  const runs = orders.flatMap((order) => results.find(({ id }) => id === `order-${order}`) ?? [])
  const failures = runs.map((run) => failedTitles(project.runner, run))
  const unclear = runs.find((_, at) => failures[at] === null)
  if (runs.length < orders.length || unclear)
    return { kept: [], failed: 0, notes: [], broken: unclear ?? runs[0] ?? null }
  const tests = files.flatMap((file) => file.tests)
  const fails = ({ title }: WrittenTest) => failures.some((titles) => titles?.has(title))
  const unread = runs.find((run) => run.exitCode !== 0 && !tests.some(({ title }) => mentions(run, title)))
  if (unread) return { kept: [], failed: 0, notes: [], broken: unread }
  const passing = tests.filter((item) => !fails(item))
  const suite = results.find(({ id }) => id === 'coverage')
  const risen = new Map(
    passing.map(({ callable: { module } }) => [
      module.path,
      rises(project, module.path, before[module.path], suite),
    ])
  )
  const notes = [...risen].flatMap(([path, reason]) =>
    reason === null ? [] : [`tests of ${path}: ${reason}`]
  )
  if (passing.length < tests.length)
    notes.push(`${tests.length - passing.length} tests did not pass every time`)
  const kept = passing
    .filter(({ callable }) => risen.get(callable.module.path) === null)
    .map(({ chosen }) => chosen)
  return { kept, failed: tests.length - passing.length, notes, broken: null }
}

/** A report that names none of the new tests did not come to run them. */
function mentions({ stdout }: ExecutionResult, title: string): boolean {
  return stdout.includes(title) || stdout.includes(JSON.stringify(title).slice(1, -1))
}

/** Null when coverage of the file rises; else why that cannot be said. */
function rises(
  project: TestProject,
  path: string,
  before: number | null | undefined,
  suite: ExecutionResult | undefined
): string | null {
  if (before === null || before === undefined)
    return `tests load it already, and what they cover could not be measured${remedyFor(project.runner)}`
  const measured = suite?.coverage ?? []
  // Nothing has loaded the file so far, so that a test which calls it can only raise its coverage.
  if (measured.length === 0 && before === 0 && suite && isNamed(suite, project.testPath(path))) return null
  const lines = measured.find((file) => file.path === path)?.covered.length ?? 0
  if (lines > before) return null
  return lines === 0
    ? "the project's test command does not seem to run the new file"
    : 'they cover no line that was not covered before'
}

const remedies: Partial<Record<JsRunner, string>> = {
  vitest: ' (Vitest does that with @vitest/coverage-v8 among the dev dependencies)',
}

function remedyFor(runner: JsRunner): string {
  return remedies[runner] ?? ` with ${runner}`
}

/** Whether a run says that it ran a test file; some runners leave out the folder or the ending. */
function isNamed({ stdout, stderr }: ExecutionResult, path: string): boolean {
  const name = posix.basename(path).replace(/\.[cm]?[jt]sx?$/, '')
  return `${stdout}\n${stderr}`.includes(name)
}
