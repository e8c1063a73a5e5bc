import type { Argument, ChainFact, DecoratorFact } from '../facts/facts.ts'
import type { Meaning } from '../link/evaluate.ts'
import { addRoute, handlerOf, joinPaths } from './routes.ts'
import { importedFrom, meaningOf, type RuleContext, textArgument, textMeant } from './rule.ts'

const verbs = new Set(['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'trace', 'websocket'])
const routers = /^(FastAPI|APIRouter|Flask|Blueprint|APIBlueprint|Starlette|Quart)$/

interface Mount {
  parent: number | null
  prefix: string
}

/** Routes of FastAPI and Flask, from decorators, with the prefixes of their routers; and of Django's url lists. */
export function pythonRoutes(context: RuleContext): void {
  const mounts = mountsOf(context)
  for (const [file, { facts, family, base, isTest }] of context.program.files.entries()) {
    if (family !== 'python' || isTest) continue
    for (const decorator of facts.decorators) {
      const router = routerEntity(context, context.evaluator.value(file, decorator.value))
      const made = router === null ? null : madeBy(context, router)
      if (router === null || !made || decorator.member !== null) continue
      readDecorator(context, file, decorator, base, made.framework, prefixesOf(context, router, mounts))
    }
  }
  djangoRoutes(context)
}

function readDecorator(
  context: RuleContext,
  file: number,
  decorator: DecoratorFact,
  base: number,
  framework: string,
  prefixes: string[]
): void {
  const isRoute = decorator.name === 'route' || decorator.name === 'api_route'
  if (!isRoute && !verbs.has(decorator.name)) return
  const path = textMeant(context, file, decorator.arguments[0])
  if (path === null) return
  const listed = option(decorator.arguments, 'methods')
  const named = listed && 'list' in listed ? listed.list.flatMap((item) => textArgument(item) ?? []) : ['GET']
  const entity = base + decorator.on
  for (const prefix of prefixes) {
    addRoute(context, {
      file,
      line: decorator.line,
      methods: isRoute ? named.map((method) => method.toUpperCase()) : [decorator.name.toUpperCase()],
      path: joinPaths(prefix, path),
      name: textArgument(option(decorator.arguments, 'name', 'endpoint') ?? null),
      middleware: [],
      handler: { entity, text: context.program.entities[entity]!.fact.name },
      framework,
    })
  }
}

function option(given: readonly Argument[], ...names: string[]): Argument | undefined {
  const keyed = given.at(-1)
  if (!keyed || !('object' in keyed)) return undefined
  return keyed.object.find(([key]) => names.includes(key))?.[1]
}

/** The variable that holds a router; a variable that only repeats another is that one. */
function routerEntity({ evaluator, program }: RuleContext, meaning: Meaning | null): number | null {
  let at = meaning
  for (let hops = 0; at?.is === 'entity' && hops < 8; hops++) {
    const { fact, file } = program.entities[at.entity]!
    if (fact.kind !== 'variable') return null
    const next = fact.means === undefined ? null : evaluator.value(file, fact.means)
    if (next?.is !== 'entity' || program.entities[next.entity]!.fact.kind !== 'variable') return at.entity
    at = next
  }
  return null
}

/** What a router variable was made by, and the prefix it was given there. */
function madeBy(context: RuleContext, entity: number): { framework: string; prefix: string } | null {
  const { fact, file } = context.program.entities[entity]!
  if (fact.means === undefined) return null
  const { facts, base } = context.program.files[file]!
  const [start, ...steps] = facts.values[fact.means]!
  const name = typeof start === 'number' && start < 0 ? facts.bindings[-start - 1]![1] : ''
  const maker = [name, ...steps].find((part) => routers.test(part))
  const from = importedFrom(context, file, fact.means)
  if (!maker && !/^(fastapi|flask|quart|starlette)/.test(from ?? '')) return null
  const chain = facts.chains.find(({ from: around }) => base + around === entity)
  const given = chain?.steps[0]?.arguments ?? []
  const prefix = textMeant(context, file, option(given, 'prefix', 'url_prefix')) ?? ''
  const isFlask = /Flask|Blueprint|Quart/.test(maker ?? '') || /flask|quart/.test(from ?? '')
  return { framework: isFlask ? 'Flask' : 'FastAPI', prefix }
}

/** `app.include_router(users.router, prefix="/users")`, `app.register_blueprint(bp, url_prefix="/x")`. */
function mountsOf(context: RuleContext): Map<number, Mount[]> {
  const mounts = new Map<number, Mount[]>()
  for (const [file, { facts, family }] of context.program.files.entries()) {
    if (family !== 'python') continue
    for (const chain of facts.chains) {
      const [step] = chain.steps
      if (step?.name !== 'include_router' && step?.name !== 'register_blueprint') continue
      const child = routerEntity(context, meaningOf(context, file, step.arguments[0]))
      if (child === null) continue
      const parent = routerEntity(context, context.evaluator.value(file, chain.value))
      const prefix = textMeant(context, file, option(step.arguments, 'prefix', 'url_prefix')) ?? ''
      mounts.set(child, [...(mounts.get(child) ?? []), { parent, prefix }])
    }
  }
  return mounts
}

function prefixesOf(context: RuleContext, router: number, mounts: Map<number, Mount[]>, depth = 0): string[] {
  const own = madeBy(context, router)?.prefix ?? ''
  const above = mounts.get(router) ?? []
  if (above.length === 0 || depth > 8) return [own]
  return above.flatMap(({ parent, prefix }) => {
    const outer = parent === null || parent === router ? [''] : prefixesOf(context, parent, mounts, depth + 1)
    return outer.map((path) => joinPaths(path, prefix, own))
  })
}

/** `path('users/', views.index)` in a `urls.py`, with what `include('users.urls')` puts in front. */
function djangoRoutes(context: RuleContext): void {
  const included = new Map<number, { file: number; prefix: string }[]>()
  const lists: { file: number; chain: ChainFact }[] = []
  for (const [file, { facts, family, path }] of context.program.files.entries()) {
    if (family !== 'python' || !/(^|\/)urls(\.py|\/)/.test(path)) continue
    for (const chain of facts.chains) {
      if (!/^(path|re_path|url)$/.test(chain.root) || chain.steps.length !== 1) continue
      const [, target] = chain.steps[0]!.arguments
      const prefix = textArgument(chain.steps[0]!.arguments[0])
      const module =
        target && 'chain' in target && target.root === 'include'
          ? textArgument(target.chain[0]?.arguments[0])
          : null
      if (module === null || prefix === null) lists.push({ file, chain })
      else {
        const child = context.program.files.findIndex((other) =>
          other.path.endsWith(`${module.replaceAll('.', '/')}.py`)
        )
        if (child !== -1) included.set(child, [...(included.get(child) ?? []), { file, prefix }])
      }
    }
  }
  const prefixes = (file: number, depth = 0): string[] => {
    const above = depth > 8 ? [] : (included.get(file) ?? [])
    return above.length === 0
      ? ['']
      : above.flatMap((up) => prefixes(up.file, depth + 1).map((path) => path + up.prefix))
  }
  for (const { file, chain } of lists) {
    const [first, target] = chain.steps[0]!.arguments
    const path = textArgument(first)
    if (path === null || target === undefined) continue
    for (const prefix of prefixes(file)) {
      addRoute(context, {
        file,
        line: chain.line,
        methods: ['ANY'],
        path: joinPaths(prefix, chain.root === 'path' ? path : path.replace(/^\^|\$$/g, '')),
        name: textArgument(option(chain.steps[0]!.arguments, 'name') ?? null),
        middleware: [],
        handler: handlerOf(context, file, target),
        framework: 'Django',
      })
    }
  }
}
