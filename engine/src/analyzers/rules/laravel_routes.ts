import type { Argument, ChainFact, ChainStep } from '../facts/facts.ts'
import { resourceRoutes } from './resources.ts'
import { addRoute, type Handler, handlerOf, joinPaths, methodOf, unknownPath } from './routes.ts'
import { meaningOf, type RuleContext, textArgument, textMeant, valueName, writtenNames } from './rule.ts'

const framework = 'Laravel'
const verbs: Record<string, string[]> = {
  get: ['GET', 'HEAD'],
  post: ['POST'],
  put: ['PUT'],
  patch: ['PATCH'],
  delete: ['DELETE'],
  options: ['OPTIONS'],
  any: ['ANY'],
}

interface Surroundings {
  prefix: string[]
  name: string
  middleware: string[]
  controller: Argument
  namespace: string
}

const nothing: Surroundings = { prefix: [], name: '', middleware: [], controller: null, namespace: '' }

/** Routes of Laravel, with all that the groups around them and the files' own registration add. */
export function laravelRoutes(context: RuleContext): void {
  const registered = registeredFiles(context)
  for (const [file, { facts, family, path, isTest }] of context.program.files.entries()) {
    if (family !== 'php' || isTest) continue
    const chains = facts.chains.filter(({ root }) => root === 'Route')
    const groups = chains.filter((chain) => groupBody(chain))
    const whole = registered.get(path) ?? customary(path)
    for (const chain of chains) {
      const around = groups.filter((group) => group !== chain && holds(group, chain))
      const outer = around.reduce((sum, group) => merged(sum, additions(context, file, group)), whole)
      readRoute(context, file, chain, outer)
    }
  }
}

/** What Laravel itself puts around `routes/api.php` and `routes/web.php`. */
function customary(path: string): Surroundings {
  if (/(^|\/)routes\/api\.php$/.test(path)) return { ...nothing, prefix: ['api'], middleware: ['api'] }
  if (/(^|\/)routes\/web\.php$/.test(path)) return { ...nothing, middleware: ['web'] }
  return nothing
}

/** `Route::prefix('api')->group(base_path('routes/api.php'))`, as service providers write it. */
function registeredFiles(context: RuleContext): Map<string, Surroundings> {
  const found = new Map<string, Surroundings>()
  for (const [file, { facts, path }] of context.program.files.entries()) {
    for (const chain of facts.chains) {
      const target =
        chain.root === 'Route' ? chain.steps.find(({ name }) => name === 'group')?.arguments.at(-1) : null
      if (!target || !('chain' in target) || target.root !== 'base_path') continue
      const inside = textArgument(target.chain[0]?.arguments[0])
      const root = path.slice(0, Math.max(0, path.search(/(^|\/)(app|bootstrap)\//)))
      if (inside !== null)
        found.set(
          `${root}${root && !root.endsWith('/') ? '/' : ''}${inside}`,
          additions(context, file, chain)
        )
    }
  }
  return found
}

function groupBody(chain: ChainFact): [number, number] | null {
  const body = chain.steps.find(({ name }) => name === 'group')?.arguments.at(-1)
  return body && 'body' in body ? body.body : null
}

function holds(group: ChainFact, { start }: ChainFact): boolean {
  const body = groupBody(group)
  return body !== null && body[0] <= start && start < body[1]
}

function additions(context: RuleContext, file: number, chain: ChainFact): Surroundings {
  const own = { ...nothing, prefix: [] as string[], middleware: [] as string[] }
  const set = (name: string, argument: Argument, all: readonly Argument[]) => {
    const text = textMeant(context, file, argument)
    if (name === 'prefix' && text !== null) own.prefix.push(text)
    else if (name === 'name' || name === 'as') own.name += text ?? ''
    else if (name === 'middleware')
      own.middleware.push(...all.flatMap((item) => writtenNames(context, file, item)))
    else if (name === 'controller') own.controller = argument
    else if (name === 'namespace') own.namespace = text ?? ''
  }
  for (const { name, arguments: given } of chain.steps) {
    const [first] = given
    if (name === 'group' && first && 'object' in first) {
      for (const [key, value] of first.object) set(key, value, [value])
    } else if (first !== undefined) set(name, first, given)
  }
  return own
}

function merged(outer: Surroundings, inner: Surroundings): Surroundings {
  return {
    prefix: [...outer.prefix, ...inner.prefix],
    name: outer.name + inner.name,
    middleware: [...outer.middleware, ...inner.middleware],
    controller: inner.controller ?? outer.controller,
    namespace: inner.namespace || outer.namespace,
  }
}

function readRoute(context: RuleContext, file: number, chain: ChainFact, outer: Surroundings): void {
  if (groupBody(chain)) return
  const step = chain.steps.find(({ name }) => name in verbs || special.has(name))
  if (!step) return
  const around = merged(outer, additions(context, file, chain))
  const shared = { file, line: chain.line, middleware: around.middleware, framework }
  const named = chain.steps.some(({ name }) => name === 'name' || name === 'as')
  const at = (path: string) => joinPaths(...around.prefix, path)
  const add = (
    methods: string[],
    path: string,
    handler: Handler,
    name: string | null = named ? around.name : null
  ) => addRoute(context, { ...shared, methods, path: at(path), handler, name })

  const resources = resourceList(context, file, step)
  if (resources) {
    for (const [resource, controller] of resources) {
      for (const { methods, path, action } of resourceRoutes(
        resource,
        'laravel',
        chain.steps,
        /^api/.test(step.name)
      )) {
        add(
          methods,
          path,
          actionHandler(context, file, controller, action, around),
          `${outer.name}${resource}.${action}`
        )
      }
    }
    return
  }
  const isMatch = step.name === 'match'
  if (step.arguments.length < 2) return
  const path = textMeant(context, file, step.arguments[isMatch ? 1 : 0]) ?? unknownPath
  const target = step.arguments[isMatch ? 2 : 1]
  if (step.name === 'view' || step.name === 'inertia')
    add(['GET', 'HEAD'], path, { entity: null, text: `${step.name} ${textArgument(target) ?? ''}`.trim() })
  else if (/redirect/i.test(step.name))
    add(['ANY'], path, { entity: null, text: `redirect ${textArgument(target) ?? ''}`.trim() })
  else add(isMatch ? matched(step) : verbs[step.name]!, path, routeHandler(context, file, target, around))
}

const special = new Set([
  'match',
  'view',
  'inertia',
  'redirect',
  'permanentRedirect',
  'resource',
  'resources',
  'apiResource',
  'apiResources',
])

function matched({ arguments: [list] }: ChainStep): string[] {
  const items = list && 'list' in list ? list.list : [list]
  return items.flatMap((item) => textArgument(item)?.toUpperCase() ?? [])
}

function resourceList(
  context: RuleContext,
  file: number,
  { name, arguments: given }: ChainStep
): [string, Argument | undefined][] | null {
  const [first, controller] = given
  if (name === 'resources' || name === 'apiResources') return first && 'object' in first ? first.object : []
  if (name !== 'resource' && name !== 'apiResource') return null
  const resource = textMeant(context, file, first)
  return resource === null ? [] : [[resource, controller]]
}

/** `[Users::class, 'show']`, `Users::class`, `'Users@show'`, a method of the group's controller, or a function. */
function routeHandler(
  context: RuleContext,
  file: number,
  target: Argument | undefined,
  around: Surroundings
): Handler {
  if (target && 'list' in target) {
    return actionHandler(context, file, target.list[0], textArgument(target.list[1]) ?? '__invoke', around)
  }
  if (target && 'object' in target) {
    return routeHandler(context, file, target.object.find(([key]) => key === 'uses')?.[1], around)
  }
  const text = textArgument(target)
  if (text !== null) {
    const [controller, action] = text.split('@')
    if (action) return actionHandler(context, file, { text: controller! }, action, around)
    if (around.controller) return actionHandler(context, file, around.controller, text, around)
  }
  if (target && 'value' in target) {
    const invoked = actionHandler(context, file, target, '__invoke', around)
    if (invoked.entity !== null) return { ...invoked, text: valueName(context, file, target.value) }
  }
  return handlerOf(context, file, target)
}

function actionHandler(
  context: RuleContext,
  file: number,
  controller: Argument | undefined,
  action: string,
  { namespace }: Surroundings
): Handler {
  const text = textArgument(controller)
  if (text === null) {
    const written =
      controller && 'value' in controller ? valueName(context, file, controller.value) : 'inline'
    return {
      entity: methodOf(context, meaningOf(context, file, controller), action),
      text: `${written}@${action}`,
    }
  }
  const inside = [namespace, text].filter((part) => part !== '').join('\\')
  const options = [inside, `App\\Http\\Controllers\\${inside}`, `App\\Http\\Controllers\\${text}`]
  const entity = options
    .map((name) => context.program.global(name.replace(/^\\/, '')))
    .find((found) => found !== undefined)
  const meaning =
    entity === undefined ? null : ({ is: 'entity', entity, instance: false, typed: false } as const)
  return { entity: methodOf(context, meaning, action), text: `${text}@${action}` }
}
