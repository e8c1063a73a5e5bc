import type { Argument } from '../facts/facts.ts'
import { entityIn } from './routes.ts'
import { meaningOf, packageAround, type RuleContext } from './rule.ts'

/** Edges from middleware, guards and policies to the routes that they stand in front of. Runs when all routes are known. */
export function guards(context: RuleContext): void {
  if (context.builder.routes.every(({ middleware }) => middleware.length === 0)) return
  adonisNames(context)
  laravelNames(context)
  const byOwnName = callablesByName(context)
  for (const { middleware, entity, file, line } of context.builder.routes) {
    for (const written of middleware) {
      const name = written.replace(/[:(].*$/s, '')
      const known = nearest(context, file, [...context.guards.named(written), ...context.guards.named(name)])
      const link = (guard: number, provenance: 'framework' | 'convention', confidence: number) =>
        context.builder.connect({
          from: { entity: guard },
          to: { entity },
          kind: 'guards',
          provenance,
          confidence,
          line,
        })
      if (known !== null) link(known, 'framework', 95)
      for (const guard of context.guards.group(name)) link(guard, 'framework', 90)
      if (known !== null || context.guards.group(name).length > 0) continue
      // `requireRole('admin')` gives the middleware: the function of that name, where there is only one.
      const likely = nearest(context, file, byOwnName.get(name) ?? [])
      if (likely !== null) link(likely, 'convention', 60)
    }
  }
}

/** The only one, or the only one of the route's own package. */
function nearest({ program, packages }: RuleContext, file: number, found: readonly number[]): number | null {
  const all = [...new Set(found)]
  if (all.length <= 1) return all[0] ?? null
  const home = packageAround(packages, program.files[file]!.path)
  const own = all.filter((entity) => packageAround(packages, program.fileOf(entity).path) === home)
  return own.length === 1 ? own[0]! : null
}

function callablesByName({ program }: RuleContext): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [entity, { fact, file }] of program.entities.entries()) {
    const isCallable = fact.kind === 'function' || fact.kind === 'class'
    if (!isCallable || fact.owner !== -1 || program.files[file]!.isTest) continue
    const same = found.get(fact.name)
    if (same) same.push(entity)
    else found.set(fact.name, [entity])
  }
  return found
}

/** `router.named({ auth: () => import('#middleware/auth_middleware') })` */
function adonisNames(context: RuleContext): void {
  for (const [file, { facts, family }] of context.program.files.entries()) {
    if (family !== 'javascript') continue
    for (const { steps } of facts.chains) {
      const [first] = steps.find(({ name }) => name === 'named')?.arguments ?? []
      if (first && 'object' in first) noteAll(context, file, first.object)
    }
  }
}

/** The HTTP kernel's lists, and `$middleware->alias([…])` where there is no kernel. */
function laravelNames(context: RuleContext): void {
  const { program } = context
  for (const { fact, file } of program.entities) {
    if (fact.kind !== 'property' || !fact.literal || !('object' in fact.literal)) continue
    if (/\.(middlewareAliases|routeMiddleware)$/.test(fact.name)) noteAll(context, file, fact.literal.object)
    if (!fact.name.endsWith('.middlewareGroups')) continue
    for (const [group, members] of fact.literal.object) {
      const listed = members && 'list' in members ? members.list : []
      for (const member of listed) {
        const entity = classIn(context, file, member)
        if (entity !== null) context.guards.noteGroup(group, entity)
      }
    }
  }
  for (const [file, { facts, family }] of program.files.entries()) {
    if (family !== 'php') continue
    for (const { steps } of facts.chains) {
      const [first] = steps.find(({ name }) => name === 'alias')?.arguments ?? []
      if (first && 'object' in first) noteAll(context, file, first.object)
    }
  }
}

function noteAll(context: RuleContext, file: number, named: readonly [string, Argument][]): void {
  for (const [name, argument] of named) {
    const entity = classIn(context, file, argument)
    if (entity !== null) context.guards.note(name, entity)
  }
}

/** The class or function that an argument names, be it a module's default export. */
export function classIn(context: RuleContext, file: number, argument: Argument | undefined): number | null {
  const { evaluator } = context
  const meaning = meaningOf(context, file, argument)
  const whole = meaning?.is === 'module' ? evaluator.export(meaning.file, 'default') : meaning
  return entityIn(evaluator.behind(whole))
}
