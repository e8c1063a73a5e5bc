import type { Stack, TestRunner } from '@agentops/engine/contract'
import type { RepositoryConfig } from '#workflows/services/repository_config'
import type { ProjectRecord } from '#workflows/steps/step_context'

export interface TestCommand {
  command: string
  runner: TestRunner
  reason: string
  install: string | null
}

const runnerHints: [RegExp, TestRunner][] = [
  [/\bvitest\b/, 'vitest'],
  [/\bjest\b/, 'jest'],
  [/\bmocha\b/, 'mocha'],
  [/\bava\b/, 'ava'],
  [/\bace(\.js)? test\b/, 'japa'],
  [/\bnode\b.*--test\b/, 'node:test'],
  [/\bpytest\b/, 'pytest'],
  [/\bunittest\b/, 'unittest'],
  [/\bpest\b/, 'pest'],
  [/\bphpunit\b/, 'phpunit'],
  [/\bgo test\b/, 'go'],
  [/\bcargo (test|nextest)\b/, 'cargo'],
]

const runnerOf = (command: string, detected: TestRunner | undefined): TestRunner =>
  runnerHints.find(([pattern]) => pattern.test(command))?.[1] ?? detected ?? 'unknown'

/** The project's setting wins over `.agentops.yml`, which wins over what was detected. */
export function chooseTestCommand(
  project: Pick<ProjectRecord, 'testCommand' | 'installCommand'>,
  config: RepositoryConfig | null,
  stack: Stack
): TestCommand | null {
  const install = project.installCommand ?? config?.install ?? stack.install?.command ?? null
  const detected = stack.test?.runner
  if (project.testCommand) {
    const runner = runnerOf(project.testCommand, detected)
    return { command: project.testCommand, runner, reason: "set in the project's settings", install }
  }
  if (config?.test) {
    const runner = config.test.runner ?? runnerOf(config.test.command, detected)
    return { command: config.test.command, runner, reason: 'set in .agentops.yml', install }
  }
  return stack.test ? { ...stack.test, install } : null
}
