import { randomUUID } from 'node:crypto'
import type { ExecutionRequest, ExecutionResult, TestOutcome } from '../../../contract/execution.ts'
import { quoted } from '../change/repository_context.ts'
import type { WorkingTree } from '../change/working_tree.ts'

const outputTail = 10_000
const mostFailures = 30

/** The project's own tests on the changes made so far, for the worker to run. */
export function testRequest(tree: WorkingTree, command: string, reason: string): ExecutionRequest {
  return {
    id: randomUUID(),
    reason: reason || 'Runs the tests on the change so far',
    kind: 'tests',
    argv: ['sh', '-c', command],
    edits: tree.edits(),
    overlay: [],
    env: {},
    coverage: false,
    timeoutMs: 600_000,
  }
}

/** Nothing fails that did not fail before the change. */
export function isGreen({ exitCode, stoppedBy, tests }: ExecutionResult): boolean {
  if (stoppedBy !== null) return false
  if (exitCode === 0) return (tests?.failed ?? 0) === 0
  return (
    tests !== null && tests !== undefined && tests.failed > 0 && tests.failures.every(({ before }) => before)
  )
}

/** What the model is told of a run. Without times, so that the same run reads the same. */
export function runReport(result: ExecutionResult, mark: string): string {
  const { exitCode, stoppedBy, tests, stdout, stderr } = result
  const end = stoppedBy ?? `exit code ${exitCode}`
  const output = [stdout, stderr].filter((text) => text.trim() !== '').join('\n')
  return [
    `${headline(result)} (${end}).${tests ? ` ${counts(tests)}` : ''}`,
    ...(tests ? failuresOf(tests) : []),
    'The end of the output:',
    quoted(mark, 'output of the tests', output.slice(-outputTail).replaceAll(`[${mark}`, '[')),
  ].join('\n')
}

const counts = ({ passed, failed, skipped }: TestOutcome) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped.`

function headline(result: ExecutionResult): string {
  if (!isGreen(result)) return 'The tests fail'
  return result.exitCode === 0 ? 'The tests pass' : 'Nothing fails newly, but tests fail as before the change'
}

function failuresOf({ failures }: TestOutcome): string[] {
  const part = (title: string, before: boolean) => {
    const some = failures.filter((failure) => failure.before === before)
    const rest = some.length - mostFailures
    const shown = some.slice(0, mostFailures).map(line)
    return some.length === 0 ? [] : [title, ...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])]
  }
  return [...part('New failures:', false), ...part('Failures that were there before the change:', true)]
}

function line({ name, file, line, message }: TestOutcome['failures'][number]): string {
  const place = file ? ` (${file}${line ? `:${line}` : ''})` : ''
  return `- ${name}${place}: ${message.replace(/\s+/g, ' ').slice(0, 400)}`
}
