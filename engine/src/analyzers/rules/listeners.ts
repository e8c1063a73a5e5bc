import { type Argument, eachReference } from '../facts/facts.ts'
import { entityIn, methodOf } from './routes.ts'
import { hasRole, meaningOf, type RuleContext } from './rule.ts'

const roots = new Set(['emitter', 'Event'])
const words = new Set(['on', 'listen', 'once', 'subscribe'])

/** Edges from listeners to the events that they are registered for: `emitter.on(Signed, [Listener, 'handle'])`. */
export function listeners(context: RuleContext): void {
  const { program, builder } = context
  for (const [file, { facts }] of program.files.entries()) {
    for (const { root, steps, line } of facts.chains) {
      const step = roots.has(root) ? steps.find(({ name }) => words.has(name)) : undefined
      if (!step) continue
      const event = entityIn(meaningOf(context, file, step.arguments[0]))
      const listener = listenerOf(context, file, step.arguments[1])
      if (event === null || listener === null) continue
      builder.connect({
        from: { entity: listener },
        to: { entity: event },
        kind: 'listens',
        provenance: 'framework',
        confidence: 95,
        line,
      })
    }
  }
  typedListeners(context)
}

function listenerOf(context: RuleContext, file: number, argument: Argument | undefined): number | null {
  const target = argument && 'list' in argument ? argument.list[0] : argument
  const meaning = meaningOf(context, file, target)
  return methodOf(context, meaning, 'handle') ?? entityIn(context.evaluator.behind(meaning))
}

/** In Laravel a listener listens to what its `handle` takes. */
function typedListeners(context: RuleContext): void {
  const { program, builder, evaluator } = context
  for (const [file, { facts, base, family }] of program.files.entries()) {
    if (family !== 'php') continue
    for (const [from, kind, value, line] of eachReference(facts)) {
      const method = facts.entities[from]
      if (kind !== 'inject' || !method?.name.endsWith('.handle')) continue
      if (!hasRole(context, base + method.owner, 'listener')) continue
      const event = entityIn(evaluator.value(file, value))
      if (event === null || !hasRole(context, event, 'event')) continue
      builder.connect({
        from: { entity: base + from },
        to: { entity: event },
        kind: 'listens',
        provenance: 'framework',
        confidence: 90,
        line,
      })
    }
  }
}
