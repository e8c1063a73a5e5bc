import type { Program, ProgramEntity } from './program.ts'

/** Numbers of entities by file, then line; what lies around something comes before it. */
export function entityOrder({ files, entities }: Program): Int32Array {
  const added = addedTo(entities, declaredIn(files))
  const order = new Int32Array(entities.length)
  let at = 0
  for (const [file, { base, facts }] of files.entries()) {
    const first = at
    let sorted = true
    for (let entity = base; entity < base + facts.entities.length; entity++) {
      sorted &&= at === first || lineOf(entities, order[at - 1]!) <= lineOf(entities, entity)
      order[at++] = entity
    }
    for (const entity of added.get(file) ?? []) {
      sorted = false
      order[at++] = entity
    }
    if (!sorted) order.subarray(first, at).sort((a, b) => lineOf(entities, a) - lineOf(entities, b) || a - b)
  }
  return order
}

const lineOf = (entities: readonly ProgramEntity[], entity: number) => entities[entity]!.fact.line

const declaredIn = (files: Program['files']) =>
  files.reduce((count, { facts }) => count + facts.entities.length, 0)

/** What rules have added stands behind everything that was declared. */
function addedTo(entities: readonly ProgramEntity[], declared: number): Map<number, number[]> {
  const added = new Map<number, number[]>()
  for (let entity = declared; entity < entities.length; entity++) {
    const { file } = entities[entity]!
    const own = added.get(file)
    if (own) own.push(entity)
    else added.set(file, [entity])
  }
  return added
}
