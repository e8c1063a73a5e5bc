import type { Argument } from '../facts/facts.ts'
import { snakeCase, tableName } from '../rules/inflection.ts'
import { importedFrom, meaningOf, type RuleContext, textArgument } from '../rules/rule.ts'
import { drizzleModels } from './drizzle_models.ts'
import type { Model } from './model.ts'
import { prismaModels } from './prisma_models.ts'
import { pythonModels } from './python_models.ts'
import { typeormModels } from './typeorm_models.ts'

const lucid = /^@adonisjs\/lucid\/orm$|^@ioc:Adonis\/Lucid\/Orm$/
const eloquent =
  /^\\Illuminate\\(Database\\Eloquent\\(Model|Relations\\(Pivot|MorphPivot))|Foundation\\Auth\\User)$/
const lucidRelations = new Set(['hasOne', 'hasMany', 'belongsTo', 'manyToMany', 'hasManyThrough'])
const eloquentRelations =
  /^(hasOne|hasMany|belongsTo|belongsToMany|hasOneThrough|hasManyThrough|morphOne|morphMany|morphTo|morphToMany|morphedByMany)$/

/** What stands for tables, in every ORM that is known by name. */
export function modelsOf(context: RuleContext): Model[] {
  return [
    ...classModels(context),
    ...prismaModels(context),
    ...typeormModels(context),
    ...drizzleModels(context),
    ...pythonModels(context),
  ]
}

/** The classes of Lucid and Eloquent. One that others of them extend is only a base. */
function classModels(context: RuleContext): Model[] {
  const { program, evaluator } = context
  const models: Model[] = []
  const bases = new Set<number>()
  for (const [entity, { fact, file }] of program.entities.entries()) {
    if (fact.kind !== 'class' || !fact.extends || fact.owner !== -1 || program.files[file]!.isTest) continue
    const { entities: ancestors } = evaluator.ancestors(entity)
    const lineage = [entity, ...ancestors]
    const orm = lineage.map((one) => ormOf(context, one)).find((found) => found !== null)
    if (!orm) continue
    for (const ancestor of ancestors) bases.add(ancestor)
    models.push(
      orm === 'lucid' ? lucidModel(context, entity, lineage) : eloquentModel(context, entity, lineage)
    )
  }
  return models.filter(({ entity }) => !bases.has(entity))
}

function ormOf(context: RuleContext, entity: number): 'lucid' | 'eloquent' | null {
  const { fact, file } = context.program.entities[entity]!
  for (const value of fact.extends ?? []) {
    const [start] = context.program.files[file]!.facts.values[value]!
    if (typeof start === 'string' && eloquent.test(start)) return 'eloquent'
    if (lucid.test(importedFrom(context, file, value) ?? '')) return 'lucid'
  }
  return null
}

/** The literal of a property of the class, or of the nearest ancestor that has it. */
function literalOf({ program }: RuleContext, lineage: readonly number[], name: string): Argument {
  for (const entity of lineage) {
    const member = program.member(entity, name)
    const literal = member === undefined ? undefined : program.entities[member]!.fact.literal
    if (literal) return literal
  }
  return null
}

function lucidModel(context: RuleContext, entity: number, lineage: readonly number[]): Model {
  const { program } = context
  const { fact, file } = program.entities[entity]!
  const model: Model = {
    entity,
    file,
    table: textArgument(literalOf(context, lineage, 'table')) ?? tableName(fact.name),
    columns: new Set(),
    complete: true,
    relations: [],
    declares: null,
  }
  for (const one of lineage) {
    const { file: home } = program.entities[one]!
    const { facts, base } = program.files[home]!
    for (const decorator of facts.decorators) {
      if (base + decorator.on !== one || decorator.member === null) continue
      const [start] = facts.values[decorator.value]!
      const name = typeof start === 'number' && start < 0 ? facts.bindings[-start - 1]![1] : ''
      const options = decorator.arguments.find((argument) => argument && 'object' in argument)
      const named =
        options && 'object' in options ? options.object.find(([key]) => key === 'columnName')?.[1] : null
      if (name === 'column') model.columns.add(textArgument(named) ?? snakeCase(decorator.member))
      if (!lucidRelations.has(name)) continue
      const meaning = meaningOf(context, home, decorator.arguments[0])
      const to = meaning?.is === 'entity' ? meaning.entity : null
      model.relations.push({ to, kind: name, name: decorator.member, line: decorator.line })
    }
  }
  return model
}

function eloquentModel(context: RuleContext, entity: number, lineage: readonly number[]): Model {
  const { program } = context
  const { fact, file } = program.entities[entity]!
  const { facts, base } = program.files[file]!
  const model: Model = {
    entity,
    file,
    table: textArgument(literalOf(context, lineage, 'table')) ?? tableName(fact.name),
    columns: new Set([
      ...keysOf(literalOf(context, lineage, 'fillable')),
      ...keysOf(literalOf(context, lineage, 'casts')),
    ]),
    complete: false,
    relations: [],
    declares: null,
  }
  for (const chain of facts.chains) {
    const method = facts.entities[chain.from]
    const [step] = chain.steps
    const isOwn = method !== undefined && base + method.owner === entity
    if (chain.root !== 'this' || !isOwn || !step || !eloquentRelations.test(step.name)) continue
    const meaning = meaningOf(context, file, step.arguments[0])
    const to = meaning?.is === 'entity' ? meaning.entity : null
    const name = method.name.slice(fact.name.length + 1)
    model.relations.push({ to, kind: step.name, name, line: chain.line })
  }
  return model
}

function keysOf(literal: Argument): string[] {
  if (literal && 'object' in literal) return literal.object.map(([key]) => key)
  if (!literal || !('list' in literal)) return []
  return literal.list.flatMap((item) => textArgument(item) ?? [])
}
