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
  listedListeners(context)
  typedListeners(context)
}

/** Laravel's `protected $listen = [Registered::class => [Greet::class]]`. */
function listedListeners(context: RuleContext): void {
  const { program, builder } = context
  for (const { fact, file } of program.entities) {
    if (fact.kind !== 'property' || !fact.name.endsWith('.listen')) continue
    const pairs = fact.literal && 'list' in fact.literal ? fact.literal.list : []
    for (const pair of pairs) {
      const [key, members] = pair && 'list' in pair ? pair.list : []
      const event = entityIn(meaningOf(context, file, key))
      if (event === null || !members) continue
      for (const member of 'list' in members ? members.list : [members]) {
        const listener = listenerOf(context, file, member)
        if (listener === null) continue
        builder.connect({
          from: { entity: listener },
          to: { entity: event },
          kind: 'listens',
          provenance: 'framework',
          confidence: 95,
          line: fact.line,
        })
      }
    }
  }
}

function listenerOf(context: RuleContext, file: number, argument: Argument | undefined): number | null {
  const target = argument && 'list' in argument ? argument.list[0] : argument
  const meaning = meaningOf(context, file, target)
  return methodOf(context, meaning, 'handle') ?? entityIn(context.evaluator.behind(meaning))
}

/** Laravel discovers listeners: one listens to what its `handle`, `handleOrder` or `__invoke` takes. */
function typedListeners(context: RuleContext): void {
  const { program, builder, evaluator } = context
  for (const [file, { facts, base, family }] of program.files.entries()) {
    if (family !== 'php') continue
    for (const [from, kind, value, line] of eachReference(facts)) {
      const method = facts.entities[from]
      if (kind !== 'inject' || !method || !/\.(handle\w*|__invoke)$/.test(method.name)) continue
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
