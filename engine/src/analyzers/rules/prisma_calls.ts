import { referenceKinds } from '../facts/facts.ts'
import { keyOfEntity, keyOfFile } from '../link/graph_builder.ts'
import type { RuleContext } from './rule.ts'

const acts =
  /^(find(Unique|First)(OrThrow)?|findMany|create(Many(AndReturn)?)?|update(Many(AndReturn)?)?|upsert|delete(Many)?|count|aggregate|groupBy)$/
const call = referenceKinds.indexOf('call')

/** Edges from `prisma.orderItem.findMany()` to the model `OrderItem`, whatever the client is called. */
export function prismaCalls({ program, builder }: RuleContext): void {
  const models = new Map<string, number>()
  for (const [entity, { fact, file }] of program.entities.entries()) {
    if (fact.kind !== 'class' || program.files[file]!.language !== 'Prisma') continue
    models.set(fact.name.charAt(0).toLowerCase() + fact.name.slice(1), entity)
  }
  if (models.size === 0) return
  for (const [file, { facts, family, base }] of program.files.entries()) {
    if (family !== 'javascript') continue
    const { references, values } = facts
    for (let at = 0; at < references.length; at += 4) {
      if (references[at + 1] !== call) continue
      const steps = values[references[at + 2]!]!
      const model = steps.length < 3 ? undefined : models.get(String(steps.at(-2)))
      if (model === undefined || !acts.test(String(steps.at(-1)))) continue
      const from = references[at]!
      const source = from === -1 ? keyOfFile(file) : keyOfEntity(base + from)
      builder.link(source, keyOfEntity(model), 'uses', 'framework', 85, references[at + 3]!)
    }
  }
}
