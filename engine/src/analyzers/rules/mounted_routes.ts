import type { Argument, ChainFact, ChainStep } from '../facts/facts.ts'
import { addRoute, handlerOf, joinPaths, unknownPath } from './routes.ts'
import {
  importedFrom,
  meaningOf,
  packageAround,
  type RuleContext,
  textArgument,
  textMeant,
  writtenNames,
} from './rule.ts'

const verbs = new Set(['get', 'post', 'put', 'patch', 'delete', 'del', 'all', 'options', 'head'])
const mounts = new Set(['use', 'route', 'register', 'mount'])
const frameworks: [packageName: RegExp, framework: string][] = [
  [/^express(-promise-router)?$/, 'Express'],
  [/^fastify$/, 'Fastify'],
  [/^hono($|\/)|^@hono\/zod-openapi$/, 'Hono'],
  [/^(@koa\/router|koa-router|koa)$/, 'Koa'],
  [/^(polka|restify|router|find-my-way)$/, 'Express'],
]
/** What an application or a router is called where nothing else tells. */
const usualNames = /^(app|router|server|fastify|api|routes?|instance|\w+Router|\w+Routes|\w+App)$/

/** Where routes are hung up: an entity, or a name inside a function. */
type Router = string

interface Mount {
  child: Router
  path: string
  middleware: string[]
}

interface Plain {
  router: Router
  chain: ChainFact
  file: number
  framework: string
}

/** Routes of Express, Fastify, Hono and Koa, with the paths at which their routers are mounted. */
export function mountedRoutes(context: RuleContext): void {
  const plain: Plain[] = []
  for (const [file, { facts, family }] of context.program.files.entries()) {
    if (family !== 'javascript') continue
    for (const chain of facts.chains) {
      const framework = frameworkOf(context, file, chain)
      if (!framework) continue
      const router = routerOf(context, file, chain)
      plain.push({ router, chain, file, framework })
    }
  }
  const routers = new Set(plain.map(({ router }) => router))
  const mounted = new Map<Router, Mount[]>()
  for (const { router, chain, file } of plain) {
    const mounts = mountsIn(context, file, chain, routers)
    if (mounts.length > 0) mounted.set(router, [...(mounted.get(router) ?? []), ...mounts])
  }
  const ways = waysTo(mounted)
  for (const found of plain) {
    for (const way of ways(found.router)) readChain(context, found, way)
  }
}

function frameworkOf(context: RuleContext, file: number, chain: ChainFact): string | null {
  const source = context.program.files[file]!
  if (source.isTest) return null
  const from = importedFrom(context, file, chain.value) ?? originOf(context, file, chain)
  const known = from === null ? null : frameworks.find(([pattern]) => pattern.test(from))
  if (known) return known[1]
  // A parameter, or what a function gave back: its name and the package's dependencies must do.
  if (from !== null || !usualNames.test(chain.root)) return null
  const around = packageAround(context.packages, source.path)
  return (
    frameworks.find(([pattern]) =>
      [...(around?.dependencies ?? [])].some((name) => pattern.test(name))
    )?.[1] ?? null
  )
}

/** The package that the root's value was made by: `const app = express()`. */
function originOf(context: RuleContext, file: number, { value }: ChainFact): string | null {
  const meaning = context.evaluator.value(file, value)
  if (meaning.is !== 'entity') return null
  const { fact, file: home } = context.program.entities[meaning.entity]!
  return fact.means === undefined ? null : importedFrom(context, home, fact.means)
}

function routerOf({ evaluator, program }: RuleContext, file: number, chain: ChainFact): Router {
  const meaning = evaluator.value(file, chain.value)
  if (meaning.is === 'entity') return `entity ${meaning.entity}`
  // `const api = Router().use(users)` hangs its routes up at the variable.
  const { base, facts } = program.files[file]!
  if (facts.entities[chain.from]?.kind === 'variable') return `entity ${base + chain.from}`
  return chain.from === -1 ? `${file} ${chain.root}` : `${file} in ${chain.from}`
}

/** The router that an argument is: an entity, a module's whole export, or a plugin's function. */
function mountedRouter(context: RuleContext, file: number, argument: Argument): Router | null {
  if (argument && 'chain' in argument) {
    // `require('./users')(app)` and `import('./users')` are calls around what is mounted.
    const inner = argument.chain
      .flatMap(({ arguments: given }) => given)
      .find((item) => item && 'value' in item)
    return inner ? mountedRouter(context, file, inner) : null
  }
  const meaning = meaningOf(context, file, argument)
  const whole =
    meaning?.is === 'module'
      ? (context.evaluator.export(meaning.file, 'default') ?? context.evaluator.export(meaning.file, '='))
      : meaning
  if (whole?.is !== 'entity') return null
  const { fact, file: home } = context.program.entities[whole.entity]!
  const isFunction = fact.kind === 'function' || fact.kind === 'method'
  return isFunction
    ? `${home} in ${whole.entity - context.program.files[home]!.base}`
    : `entity ${whole.entity}`
}

/** What is mounted: an argument that has routes of its own. Any other is a middleware. */
function mountsIn(
  context: RuleContext,
  file: number,
  chain: ChainFact,
  routers: ReadonlySet<Router>
): Mount[] {
  return chain.steps.flatMap((step) => {
    if (!mounts.has(step.name)) return []
    const [first, ...others] = step.arguments
    const path = textMeant(context, file, first)
    const candidates = path === null ? step.arguments : others
    const middleware: string[] = []
    const found: Mount[] = []
    for (const argument of candidates) {
      const child = mountedRouter(context, file, argument)
      if (child === null || !routers.has(child)) middleware.push(...writtenNames(context, file, argument))
      else found.push({ child, path: path ?? prefixOption(step) ?? '', middleware: [...middleware] })
    }
    return found
  })
}

/** Fastify's `register(plugin, { prefix: '/x' })`. */
function prefixOption({ arguments: given }: ChainStep): string | null {
  const options = given.find((argument) => argument && 'object' in argument)
  const prefix = options && 'object' in options ? options.object.find(([key]) => key === 'prefix') : undefined
  return textArgument(prefix?.[1])
}

interface Way {
  path: string
  middleware: string[]
}

const mostWays = 12

/** Every path at which a router is reached; a router that nobody mounts is reached at the root. */
function waysTo(mounted: Map<Router, Mount[]>): (router: Router) => Way[] {
  const parents = new Map<Router, { parent: Router; mount: Mount }[]>()
  for (const [parent, list] of mounted) {
    for (const mount of list)
      parents.set(mount.child, [...(parents.get(mount.child) ?? []), { parent, mount }])
  }
  const known = new Map<Router, Way[]>()
  const ways = (router: Router): Way[] => {
    const before = known.get(router)
    if (before) return before
    known.set(router, [])
    const found = (parents.get(router) ?? []).flatMap(({ parent, mount }) =>
      ways(parent).map(({ path, middleware }) => ({
        path: joinPaths(path, mount.path),
        middleware: [...middleware, ...mount.middleware],
      }))
    )
    const result = found.length > 0 ? found.slice(0, mostWays) : [{ path: '', middleware: [] }]
    known.set(router, result)
    return result
  }
  return ways
}

function readChain(context: RuleContext, { chain, file, framework }: Plain, way: Way): void {
  let base: string | null = null
  for (const step of chain.steps) {
    if (step.name === 'route' && step.arguments.length === 1) {
      const options = step.arguments[0]
      if (options && 'object' in options) readOptions(context, file, chain, options.object, framework, way)
      base = textMeant(context, file, options)
    } else if (verbs.has(step.name)) {
      const own = textMeant(context, file, step.arguments[0])
      // `app.get('name')` reads a setting; a path that only running tells is still a route.
      const path = base ?? own ?? (step.arguments[0] && 'value' in step.arguments[0] ? unknownPath : null)
      const rest = base === null ? step.arguments.slice(1) : step.arguments
      if (path === null || rest.length === 0 || !isPath(path)) continue
      const method = step.name === 'all' ? 'ANY' : step.name === 'del' ? 'DELETE' : step.name.toUpperCase()
      const middleware = rest.slice(0, -1).flatMap((argument) => writtenNames(context, file, argument))
      addRoute(context, {
        file,
        line: chain.line,
        methods: [method],
        path: joinPaths(way.path, path),
        name: null,
        middleware: [...way.middleware, ...middleware],
        handler: handlerOf(context, file, rest.at(-1)),
        framework,
      })
    }
  }
}

const isPath = (text: string) => text === '' || text === '*' || /^[/:(]/.test(text)

/** Fastify's `route({ method, url, handler })`. */
function readOptions(
  context: RuleContext,
  file: number,
  chain: ChainFact,
  options: readonly [string, Argument][],
  framework: string,
  way: Way
): void {
  const option = (...names: string[]) => options.find(([key]) => names.includes(key))?.[1]
  const path = textMeant(context, file, option('url', 'path'))
  if (path === null) return
  const method = option('method')
  const methods = method && 'list' in method ? method.list : [method]
  addRoute(context, {
    file,
    line: chain.line,
    methods: methods.map((item) => textArgument(item)?.toUpperCase() ?? 'ANY'),
    path: joinPaths(way.path, path),
    name: null,
    middleware: [
      ...way.middleware,
      ...writtenNames(context, file, option('preHandler', 'onRequest') ?? null),
    ],
    handler: handlerOf(context, file, option('handler')),
    framework,
  })
}
