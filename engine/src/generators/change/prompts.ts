import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feedback, GenerateRequest } from '../../../contract/generation.ts'
import type { Plan } from '../../../contract/planning.ts'
import { quoted } from './repository_context.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

export const planInstructions = read('plan.prompt.md')
export const editInstructions = read('edit.prompt.md')

type Test = { command: string; runner: string } | null

/** The repository comes first and the task last: equal beginnings are cached, and the task is what counts. */
export function planMessage(repository: string, test: Test, task: string): string {
  return [repository, howTested(test), `Task:\n${task}`].join('\n\n')
}

export function editMessage(
  repository: string,
  {
    test,
    plan,
    task,
    feedback,
    strength = null,
  }: {
    test: Test
    plan: Plan
    task: string
    feedback: Feedback | null
    strength?: GenerateRequest['strength']
  }
): string {
  return [
    repository,
    ...(feedback ? [redTests(feedback)] : []),
    howTested(test),
    `Plan:\n${[plan.summary, ...plan.steps.map((step, index) => `${index + 1}. ${step}`)].join('\n')}`,
    ...(plan.tests.length > 0 ? [`Tests to add:\n${plan.tests.map((line) => `- ${line}`).join('\n')}`] : []),
    ...(strength ? [weakTests(strength)] : []),
    `Task:\n${task}`,
    ...(feedback
      ? [
          'The files above already hold the changes of your last attempt. Mend what made the tests fail; keep what was right.',
        ]
      : []),
  ].join('\n\n')
}

/** Asks for the whole answer again: a half-applied one would be nobody's intention. */
export function complaintMessage(complaints: readonly string[]): string {
  return [
    'Nothing of your answer was applied, because:',
    complaints.map((line) => `- ${line}`).join('\n'),
    'Give the whole answer again with this mended, in the same format.',
  ].join('\n')
}

function howTested(test: Test): string {
  return test
    ? `Tests are run with: ${test.command} (${test.runner})`
    : 'No way to run tests is known for this repository.'
}

/** Without tests that notice mistakes, no run of them shows that the change is right. */
function weakTests({ noticed, missed, survivors }: NonNullable<GenerateRequest['strength']>): string {
  const mark = 'planted-mistakes'
  const passed = survivors.map(
    ({ path, line, original, replacement }) =>
      `- ${path}:${line}: ${JSON.stringify(original)} became ${JSON.stringify(replacement)}`
  )
  return [
    `The existing tests notice only ${noticed} of ${noticed + missed} small mistakes that were planted in the code to be changed. First write tests that pin down what this code does today and that keep passing; then make the change. Mistakes that they let pass:`,
    quoted(mark, 'planted', passed.join('\n').replaceAll(`[${mark}`, '[')),
  ].join('\n')
}

function redTests({ attempt, exitCode, output }: Feedback): string {
  const mark = `attempt-${attempt}-output`
  const status = exitCode === null ? 'was stopped' : `ended with exit code ${exitCode}`
  return `The test run of attempt ${attempt} ${status}.\n${quoted(mark, 'end of its output', output.replaceAll(`[${mark}`, '['))}`
}
