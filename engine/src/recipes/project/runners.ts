import type { Repository } from '../modules/repository.ts'
import type { PackageJson } from './package_json.ts'

export const jsRunners = ['node:test', 'vitest', 'jest', 'mocha', 'japa', 'ava'] as const
export type JsRunner = (typeof jsRunners)[number]

const packages: [string, JsRunner][] = [
  ['node:test', 'node:test'],
  ['test', 'node:test'],
  ['vitest', 'vitest'],
  ['@jest/globals', 'jest'],
  ['@japa/runner', 'japa'],
  ['ava', 'ava'],
  ['mocha', 'mocha'],
]

/** The runner an import of that package gives away. */
export function runnerOfPackage(specifier: string): JsRunner | null {
  return packages.find(([name]) => name === specifier)?.[1] ?? null
}

/**
 * The runner new tests are written for: the one the project's command runs, else the one its test
 * files import, else a dependency; null when nothing says.
 */
export function runnerOf(
  detected: string | undefined,
  repository: Repository,
  testFiles: readonly string[],
  manifest: PackageJson
): JsRunner | null {
  const known = jsRunners.find((runner) => runner === detected)
  if (known) return known
  for (const path of testFiles) {
    const module = repository.module(path)
    const names = module ? [...module.imports, ...module.loads].map(({ specifier }) => specifier) : []
    const imported = names.map(runnerOfPackage).find((runner) => runner !== null)
    if (imported) return imported
  }
  return (
    packages.find(([name]) => manifest.dependencies.has(name))?.[1] ??
    (manifest.dependencies.has('jest') ? 'jest' : null)
  )
}
