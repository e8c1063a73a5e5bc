import type { Role } from '../../../contract/graph/kinds.ts'
import type { Argument, ChainFact, ChainStep } from '../facts/facts.ts'
import type { Evaluator, Meaning } from '../link/evaluate.ts'
import type { GraphBuilder } from '../link/graph_builder.ts'
import type { Program } from '../link/program.ts'
import type { GuardNames } from './guard_names.ts'

/** A package of the repository, with what it depends on. */
export interface RepositoryPackage {
  name: string
  folder: string
  manifest: string
  dependencies: ReadonlySet<string>
}

/** What a framework's rule works with. Rules add entities, edges and routes; they take nothing away. */
export interface RuleContext {
  program: Program
  evaluator: Evaluator
  builder: GraphBuilder
  packages: readonly RepositoryPackage[]
  /** What the names of middleware stand for, as far as routes have shown it. */
  guards: GuardNames
}

export const textArgument = (argument: Argument | undefined): string | null =>
  argument && 'text' in argument ? argument.text : null

export const stepNamed = (chain: ChainFact, ...names: string[]): ChainStep | undefined =>
  chain.steps.find(({ name }) => names.includes(name))

/** The text that an argument is, literally or through a constant; null when it can not be told. */
export function textMeant(
  { evaluator, program }: RuleContext,
  file: number,
  argument: Argument | undefined
): string | null {
  const text = textArgument(argument)
  if (text !== null || !argument || !('value' in argument)) return text
  const meaning = evaluator.value(file, argument.value)
  if (meaning.is !== 'entity') return null
  return textArgument(program.entities[meaning.entity]!.fact.literal)
}

export function meaningOf(
  { evaluator }: RuleContext,
  file: number,
  argument: Argument | undefined
): Meaning | null {
  return argument && 'value' in argument ? evaluator.value(file, argument.value) : null
}

/** Where a value was imported from, when it starts at an import; else null. */
export function importedFrom({ program }: RuleContext, file: number, value: number): string | null {
  const { facts } = program.files[file]!
  const [start] = facts.values[value]!
  if (typeof start !== 'number' || start >= 0) return null
  return facts.imports[facts.bindings[-start - 1]![0]]![0]
}

/** The names of an argument as one would write it: `middleware.auth()` is `auth`. */
export function writtenNames(context: RuleContext, file: number, argument: Argument): string[] {
  if (argument === null) return []
  if ('text' in argument) return [argument.text]
  if ('list' in argument) return argument.list.flatMap((item) => writtenNames(context, file, item))
  if ('chain' in argument) {
    const first = argument.chain[0]
    const rest = textArgument(first?.arguments[0])
    const name = first?.name || argument.root
    return name ? [rest && /^[\w:-]+$/.test(rest) ? `${name}:${rest}` : name] : []
  }
  if (!('value' in argument)) return []
  const name = valueName(context, file, argument.value)
  const meaning = context.evaluator.behind(context.evaluator.value(file, argument.value))
  if (meaning?.is === 'entity') context.guards.note(name, meaning.entity)
  return [name]
}

/** The name by which a file calls a value. */
export function valueName({ program }: RuleContext, file: number, value: number): string {
  const { facts, base } = program.files[file]!
  const [start, ...steps] = facts.values[value]!
  const last = steps.filter((step) => step !== '()' && step !== 'new').at(-1)
  if (last !== undefined && last !== 'default') return last
  if (typeof start === 'string') return start.slice(start.lastIndexOf('\\') + 1)
  if (start === null) return ''
  if (start >= 0) return program.entities[base + start]!.fact.name
  return facts.bindings[-start - 1]![1]
}

export function hasRole({ program }: RuleContext, entity: number, ...roles: Role[]): boolean {
  const { role } = program.entities[entity]!
  return role !== null && roles.includes(role)
}

/** The package that a path lies in: the one with the longest folder. */
export function packageAround(
  packages: readonly RepositoryPackage[],
  path: string
): RepositoryPackage | null {
  let best: RepositoryPackage | null = null
  for (const candidate of packages) {
    const inside = candidate.folder === '.' || path.startsWith(`${candidate.folder}/`)
    if (inside && (!best || candidate.folder.length > best.folder.length || best.folder === '.'))
      best = candidate
  }
  return best
}
