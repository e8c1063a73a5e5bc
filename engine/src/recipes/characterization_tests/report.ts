import type { ExecutionResult } from '../../../contract/execution.ts'
import type { TestProject } from '../project/test_project.ts'
import { counted, type Refused, refused } from '../refusals.ts'
import type { Verifying } from './state.ts'
import type { WrittenFile } from './written_tests.ts'

export function nothing(notes: readonly string[]): Refused {
  const why = notes.length > 0 ? ` ${notes.slice(0, 12).join('; ')}.` : ''
  return refused(
    'nothing_to_do',
    `No test could be written that passes every time and raises coverage.${why}`,
    'Name other functions, or add a model key in the settings: a model can write tests with stand-ins for files, network and time.'
  )
}

/** What was written, what it covers, and what was left and why. */
export function summaryOf(
  files: readonly WrittenFile[],
  results: readonly ExecutionResult[],
  { before }: Verifying,
  notes: readonly string[]
): string {
  const after = results.find(({ id }) => id === 'coverage')?.coverage ?? []
  const count = files.reduce((sum, file) => sum + file.tests.length, 0)
  const lines = Object.entries(before).map(([path, covered]) => {
    const file = after.find((item) => item.path === path)
    return `\n- ${path}: ${covered ?? 0} → ${file?.covered.length ?? 0} of ${file?.executable.length ?? 0} lines covered`
  })
  const left = notes.slice(0, 20).map((note) => `\n- ${note}`)
  const where = files.map(({ path, isNew }) => `${path}${isNew ? '' : ' (extended)'}`).join(', ')
  return [
    `Wrote ${counted(count, 'test')} in ${where}. Each passed in the order written, backwards and shuffled.`,
    ...lines,
    ...(left.length > 0 ? ['\n\nSet aside:', ...left] : []),
  ].join('')
}

function tail(result: ExecutionResult | undefined): string {
  const text = `${result?.stdout ?? ''}\n${result?.stderr ?? ''}`
    .trim()
    .split('\n')
    .slice(-3)
    .join(' ')
    .slice(-300)
  return result?.stoppedBy ? `It was stopped: ${result.stoppedBy}.` : text
}

export function notRecorded(results: readonly ExecutionResult[]): Refused {
  const probe = results.find(({ id, exitCode }) => id.startsWith('probe-') && exitCode !== 0) ?? results[0]
  return refused(
    'unsupported',
    `The functions could not be run in the sandbox. ${tail(probe)}`,
    'Look at the log of this step; the limits of the sandbox can be raised in the project settings.'
  )
}

export function notRun(project: TestProject, result: ExecutionResult): Refused {
  return refused(
    'unsupported',
    `The new tests could not be run with ${project.runner}. ${tail(result)}`,
    `Make ${project.runner} available in the sandbox (installed dependencies, or an allowed install step), then run the task again.`
  )
}
