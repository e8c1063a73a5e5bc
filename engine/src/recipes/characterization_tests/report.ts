import type { ExecutionResult } from '../../../contract/execution.ts'
import type { TestProject } from '../project/test_project.ts'
import { counted, installRemedy, type Refused, refused } from '../refusals.ts'
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
    if (!file) return `\n- ${path}: no test loaded it before; line by line it was not measured`
    return `\n- ${path}: ${covered ?? 0} → ${file.covered.length} of ${file.executable.length} lines covered`
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

export function notRun({ runner, manifest }: TestProject, result: ExecutionResult): Refused {
  const missing = isMissing(result)
  return refused(
    'unsupported',
    missing
      ? `The new tests could not be run: ${runner} is not installed in the sandbox${manifest.dependencies.size > 0 ? ', because the dependencies could not be installed (see the log)' : ''}.`
      : `The new tests could not be run with ${runner}. ${tail(result)}`,
    missing ? installRemedy : 'Look at the log of this step for what the runner said.'
  )
}

/** The shell found no program, or Node no package. */
function isMissing({ exitCode, stderr }: ExecutionResult): boolean {
  return (
    exitCode === 127 ||
    /ERR_MODULE_NOT_FOUND|Cannot find (?:package|module) '(?:@japa\/|ava|mocha|jest|vitest)/.test(stderr)
  )
}

/** None of the files could be loaded, for want of packages; null when that is not what stood in the way. */
export function notLoaded(unloadable: readonly { target: string; reason: string }[]): Refused | null {
  const [first] = unloadable
  if (!first || !unloadable.every(({ reason }) => /Cannot find (?:package|module) '[^./]/.test(reason)))
    return null
  const others = unloadable.length > 1 ? `, nor ${counted(unloadable.length - 1, 'other file')}` : ''
  return refused(
    'unsupported',
    `${first.target} cannot be loaded in the sandbox${others}, because dependencies are not installed (see the log): ${first.reason}.`,
    installRemedy
  )
}

/** The tests run with something that this recipe can not write for. */
export function unknownRunner(command: string): Refused {
  return refused(
    'unsupported',
    `How the tests of \`${command}\` are written is not known: this recipe writes for node:test, Vitest, Jest, Mocha, Japa and AVA.`,
    'Add a model key in the settings: a model writes tests in any manner. Or name the runner in .agentops.yml if it is one of those.'
  )
}
