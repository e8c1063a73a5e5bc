import type { Argument, DecoratorFact } from '../facts/facts.ts'
import { snakeCase } from '../rules/inflection.ts'
import { importedFrom, meaningOf, type RuleContext, textArgument } from '../rules/rule.ts'
import type { Model } from './model.ts'
import { type NewColumn, newColumn } from './statements.ts'

const columnWords =
  /^(Column|PrimaryColumn|PrimaryGeneratedColumn|CreateDateColumn|UpdateDateColumn|DeleteDateColumn|VersionColumn|ObjectIdColumn)$/
const relationWords = /^(OneToOne|OneToMany|ManyToOne|ManyToMany)$/

/** Classes that carry TypeORM's `@Entity()`, with the columns of their bases, named as its default strategy does. */
export function typeormModels(context: RuleContext): Model[] {
  const { program } = context
  const models: Model[] = []
  for (const [file, { facts, family, base, isTest }] of program.files.entries()) {
    if (family !== 'javascript' || isTest) continue
    for (const decorator of facts.decorators) {
      if (decorator.name !== 'Entity' || decorator.member !== null) continue
      if (importedFrom(context, file, decorator.value) === 'typeorm')
        models.push(modelOf(context, file, base + decorator.on, decorator))
    }
  }
  return models
}

function modelOf(context: RuleContext, file: number, entity: number, mark: DecoratorFact): Model {
  const { program, evaluator } = context
  const [first] = mark.arguments
  const columns = new Map<string, NewColumn>()
  const model: Model = {
    entity,
    file,
    table: textArgument(first) ?? textOption(mark, 'name') ?? snakeCase(program.entities[entity]!.fact.name),
    columns: new Set(),
    complete: true,
    relations: [],
    declares: [],
  }
  for (const one of [entity, ...evaluator.ancestors(entity).entities].reverse()) {
    const home = program.entities[one]!.file
    const { facts, base } = program.files[home]!
    const own = facts.decorators.filter(({ on, member }) => base + on === one && member !== null)
    for (const decorator of own) readMember(context, home, decorator, own, model, columns)
  }
  model.declares = [...columns.values()]
  model.columns = new Set(columns.keys())
  return model
}

function readMember(
  context: RuleContext,
  file: number,
  decorator: DecoratorFact,
  all: readonly DecoratorFact[],
  model: Model,
  columns: Map<string, NewColumn>
): void {
  const { name, line } = decorator
  const member = decorator.member!
  if (columnWords.test(name)) {
    const own = textOption(decorator, 'name') ?? member
    const type = textArgument(decorator.arguments[0]) ?? textOption(decorator, 'type') ?? ''
    columns.set(own, {
      ...newColumn(own, type, line),
      nullable: textOption(decorator, 'nullable') === 'true',
      primary: name.startsWith('Primary'),
      unique: textOption(decorator, 'unique') === 'true',
    })
    return
  }
  if (!relationWords.test(name)) return
  const meaning = meaningOf(context, file, decorator.arguments[0])
  const to = meaning?.is === 'entity' ? meaning.entity : null
  model.relations.push({ to, kind: name, name: member, line })
  const join = all.find((other) => other.name === 'JoinColumn' && other.member === member)
  if (name !== 'ManyToOne' && !(name === 'OneToOne' && join)) return
  const key = (join && textOption(join, 'name')) ?? `${member}Id`
  if (!columns.has(key)) columns.set(key, newColumn(key, '', line))
}

function textOption({ arguments: given }: DecoratorFact, name: string): string | null {
  const options: Argument | undefined = given.find((argument) => argument && 'object' in argument)
  if (!options || !('object' in options)) return null
  return textArgument(options.object.find(([key]) => key === name)?.[1])
}
