import { type Argument, type EntityFact, type FileFacts, flatReference, type ReferenceFact } from './facts.ts'

/**
 * The same facts without what turned out to say nothing: references to local variables, and values
 * that nobody asks for any more. Marks what the module's list of exports names.
 */
export function tidied(facts: FileFacts, all: readonly ReferenceFact[]): FileFacts {
  markExports(facts)
  const renumber = new Renumbering(facts.values)
  const { references, external } = worthKeeping(facts, all, renumber)
  return {
    ...facts,
    entities: facts.entities.map((entity) => renumbered(entity, renumber)),
    exports: facts.exports.map(([name, value]) => [name, renumber.of(value)]),
    references,
    external,
    chains: facts.chains.map((chain) => ({
      ...chain,
      value: renumber.of(chain.value),
      steps: chain.steps.map(({ name, arguments: given }) => ({
        name,
        arguments: given.map((argument) => renumber.inside(argument)),
      })),
    })),
    decorators: facts.decorators.map((decorator) => ({
      ...decorator,
      value: renumber.of(decorator.value),
      arguments: decorator.arguments.map((argument) => renumber.inside(argument)),
    })),
    values: renumber.kept,
  }
}

/** Each entity's references, once per meaning, without those to local variables; global ones are only counted. */
function worthKeeping(
  facts: FileFacts,
  all: readonly ReferenceFact[],
  renumber: Renumbering
): Pick<FileFacts, 'references' | 'external'> {
  const references: FileFacts['references'] = []
  const seen = new Set<string>()
  let external = 0
  for (const [from, kind, old, line] of all) {
    const [start, ...steps] = facts.values[old]!
    const isGlobal = typeof start === 'string' && !start.startsWith('\\')
    if (isGlobal && kind !== 'type' && kind !== 'inject') external += 1
    if (isGlobal || (start === null && !steps.some((step) => step !== '()' && step !== 'new'))) continue
    const value = renumber.of(old)
    // A route's own function claims its lines, so where there may be one each line counts.
    const key = `${from} ${kind} ${value} ${facts.chains.length > 0 ? line : ''}`
    if (seen.has(key)) continue
    seen.add(key)
    references.push(...flatReference([from, kind, value, line]))
  }
  return { references, external }
}

function markExports({ entities, exports, values }: FileFacts): void {
  for (const [, value] of exports) {
    const [start, ...steps] = values[value]!
    if (typeof start !== 'number' || start < 0 || steps.length > 0) continue
    entities[start]!.exported = true
  }
  for (const entity of entities) {
    if (entity.owner !== -1) entity.exported &&= entities[entity.owner]!.exported
  }
}

function renumbered(entity: EntityFact, renumber: Renumbering): EntityFact {
  const changed = { ...entity }
  if (entity.extends) changed.extends = entity.extends.map((value) => renumber.of(value))
  if (entity.implements) changed.implements = entity.implements.map((value) => renumber.of(value))
  if (entity.returns !== undefined) changed.returns = renumber.of(entity.returns)
  if (entity.means !== undefined) changed.means = renumber.of(entity.means)
  if (entity.fields) changed.fields = entity.fields.map(([name, value]) => [name, renumber.of(value)])
  if (entity.literal) changed.literal = renumber.inside(entity.literal)
  return changed
}

/** Gives equal values one number, and only to those that are used. */
class Renumbering {
  readonly kept: FileFacts['values'] = []
  readonly #values: FileFacts['values']
  readonly #numbers = new Map<string, number>()

  constructor(values: FileFacts['values']) {
    this.#values = values
  }

  of(old: number): number {
    const value = this.#values[old]!
    const key = JSON.stringify(value)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.kept.length)
    return this.kept.push(value) - 1
  }

  inside(argument: Argument): Argument {
    if (argument === null) return null
    if ('value' in argument) return { value: this.of(argument.value) }
    if ('list' in argument) return { list: argument.list.map((item) => this.inside(item)) }
    if ('object' in argument)
      return { object: argument.object.map(([key, item]) => [key, this.inside(item)]) }
    if ('chain' in argument) {
      const chain = argument.chain.map((step) => ({
        name: step.name,
        arguments: step.arguments.map((item) => this.inside(item)),
      }))
      return { ...argument, chain }
    }
    return argument
  }
}
