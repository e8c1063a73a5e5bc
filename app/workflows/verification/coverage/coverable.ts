import type { TestRunner } from '@agentops/engine/contract'

/** Runners that load modules through Node itself, and those that transform them but measure by themselves. */
const measurable: TestRunner[] = ['node:test', 'japa', 'mocha', 'ava', 'unknown', 'vitest', 'jest']

export function measuresCoverage(runner: TestRunner): boolean {
  return measurable.includes(runner)
}

const source = /\.[cm]?[jt]sx?$/
const declaration = /\.d\.[cm]?ts$/
const test =
  /(^|\/)(tests?|__tests__|__mocks__|spec|fixtures)\/|[._-](test|spec)\.[cm]?[jt]sx?$|(^|\/)test\.[cm]?[jt]s$/
const config = /(^|\/)[\w.-]+\.config\.[cm]?[jt]s$|(^|\/)\.[^/]+rc\.[cm]?js$/
const foreign = /(^|\/)(node_modules|vendor|dist|build|coverage|\.[^/]+)\//

/** Whether a repository path is JavaScript or TypeScript whose coverage means something. */
export function isCoverable(path: string): boolean {
  return source.test(path) && ![declaration, test, config, foreign].some((pattern) => pattern.test(path))
}
