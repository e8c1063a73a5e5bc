import { isTestFile } from '../../analyzers/test_files.ts'
import type { TestsIntent } from '../../intent/intent.ts'
import type { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'
import { type Refused, refused } from '../refusals.ts'
import { type Callable, callablesOf } from './callables.ts'

const maxCallables = 240
const notSource =
  /\.d\.[cm]?ts$|\.config\.[cm]?[jt]s$|(^|\/)(scripts|bin|examples?|bench|migrations|fixtures?|__mocks__)\//

export interface Targets {
  kind: 'targets'
  callables: Callable[]
  /** What was passed over and why, as sentences. */
  notes: string[]
}

/** The exported functions the sentence is about. */
export function findTargets(repository: Repository, intent: TestsIntent): Targets | Refused {
  const { file, symbol } = intent
  const paths = file === null ? repository.paths.filter(isSource) : within(repository, file)
  if (file !== null && paths.length === 0) {
    return refused(
      'not_found',
      `There is no JavaScript or TypeScript source ${file} in this repository.`,
      'Check the path; it starts at the repository root.'
    )
  }
  const notes: string[] = []
  const modules = paths.flatMap((path) => readable(repository, path, notes))
  const all = modules.flatMap(callablesOf)
  const callables =
    symbol === null
      ? all
      : all.filter(
          ({ label }) => label === symbol || label.startsWith(`${symbol}.`) || label.endsWith(`.${symbol}`)
        )
  if (symbol !== null) return named(callables, modules, symbol, file, notes)
  if (callables.length === 0) {
    const where = file ?? 'this repository'
    return refused(
      'nothing_to_do',
      `${where} exports no function or class that a test could call.${sentence(notes)}`,
      'Name a file with exported functions; functions that are not exported are tested through those.'
    )
  }
  return {
    kind: 'targets',
    callables: callables.slice(0, maxCallables),
    notes: [...notes, ...overLimit(callables.length)],
  }
}

function isSource(path: string): boolean {
  return !isTestFile(path) && !notSource.test(path)
}

function within(repository: Repository, file: string): string[] {
  if (repository.paths.includes(file)) return [file]
  const folder = repository.paths.filter((path) => path.startsWith(`${file}/`) && isSource(path))
  if (folder.length > 0) return folder
  const byName = repository.paths.filter((path) => path.endsWith(`/${file}`) && isSource(path))
  return byName.length === 1 ? byName : []
}

function readable(repository: Repository, path: string, notes: string[]): SourceModule[] {
  if (/\.[jt]sx$/.test(path)) {
    notes.push(`${path}: JSX has to be compiled before it runs, which this recipe does not do`)
    return []
  }
  const module = repository.module(path)
  if (!module) notes.push(`${path}: it could not be read as code`)
  return module ? [module] : []
}

function named(
  callables: Callable[],
  modules: SourceModule[],
  symbol: string,
  file: string | null,
  notes: string[]
): Targets | Refused {
  const paths = [...new Set(callables.map(({ module }) => module.path))]
  if (paths.length === 1) return { kind: 'targets', callables, notes }
  if (paths.length > 1) {
    return refused(
      'ambiguous',
      `${symbol} is exported by ${paths.join(' and by ')}.`,
      `Say which one: "add tests for ${symbol} in ${paths[0]}".`
    )
  }
  const declares = modules.find(({ scopes }) => scopes.root.names.has(symbol))
  const where = file ?? 'this repository'
  if (declares) {
    return refused(
      'unsupported',
      `${symbol} in ${declares.path} is not an exported function or class, so a test cannot call it.`,
      'Export it, or ask for tests of the exported function that uses it.'
    )
  }
  return refused(
    'not_found',
    `No exported function or class in ${where} has the name ${symbol}.`,
    'Check the spelling, upper and lower case included.'
  )
}

function overLimit(callables: number): string[] {
  return [
    ...(callables > maxCallables
      ? [
          `only the first ${maxCallables} of ${callables} functions were looked at; run the task again for more`,
        ]
      : []),
  ]
}

function sentence(notes: readonly string[]): string {
  return notes.length > 0 ? ` Set aside: ${notes.slice(0, 5).join('; ')}.` : ''
}
