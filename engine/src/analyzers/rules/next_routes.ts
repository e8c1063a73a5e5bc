import { posix } from 'node:path'
import { addRoute, joinPaths } from './routes.ts'
import { packageAround, type RuleContext } from './rule.ts'

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']
const code = /\.(tsx?|jsx?|mjs)$/

/** Routes of Next.js, which are its files: the `app` folder's pages and handlers, and the `pages` folder. */
export function nextRoutes(context: RuleContext): void {
  for (const [file, { path, family, isTest }] of context.program.files.entries()) {
    if (family !== 'javascript' || isTest || !code.test(path)) continue
    const home = packageAround(context.packages, path)
    if (!home?.dependencies.has('next')) continue
    const inside = home.folder === '.' ? path : path.slice(home.folder.length + 1)
    const match = /^(?:src\/)?(app|pages)\/(.*)$/.exec(inside)
    if (!match) continue
    if (match[1] === 'app') appRoute(context, file, match[2]!)
    else pagesRoute(context, file, match[2]!)
  }
}

function appRoute(context: RuleContext, file: number, inside: string): void {
  const kind = posix.basename(inside).replace(code, '')
  const folder = posix.dirname(inside)
  const parts = folder === '.' ? [] : folder.split('/')
  // `(group)` and `@slot` do not show in the address; `(.)photo` intercepts another route.
  if (parts.some((part) => /^\(\.+\)/.test(part) || part.startsWith('_'))) return
  const path = joinPaths(...parts.filter((part) => !/^\(.*\)$|^@/.test(part)).map(placeholder))
  if (kind === 'page') add(context, file, ['GET'], path, exported(context, file, 'default'), 'page')
  if (kind !== 'route') return
  for (const verb of verbs) {
    const entity = exported(context, file, verb)
    if (entity !== null) add(context, file, [verb], path, entity, verb)
  }
}

function pagesRoute(context: RuleContext, file: number, inside: string): void {
  const stem = inside.replace(code, '')
  if (/^_(app|document|error|middleware)$/.test(stem)) return
  const path = joinPaths(...stem.split('/').map(placeholder)).replace(/\/index$/, '') || '/'
  const isApi = path === '/api' || path.startsWith('/api/')
  const entity = exported(context, file, 'default')
  if (entity !== null || !isApi)
    add(context, file, [isApi ? 'ANY' : 'GET'], path, entity, isApi ? 'handler' : 'page')
}

/** `[id]` is `:id`, `[...rest]` is `*rest`. */
function placeholder(part: string): string {
  return part.replace(/^\[\[?\.\.\.(\w+)\]\]?$/, '*$1').replace(/\[([\w-]+)\]/g, ':$1')
}

function exported({ evaluator }: RuleContext, file: number, name: string): number | null {
  const meaning = evaluator.export(file, name)
  return meaning?.is === 'entity' ? meaning.entity : null
}

function add(
  context: RuleContext,
  file: number,
  methods: string[],
  path: string,
  entity: number | null,
  text: string
): void {
  const line = entity === null ? 1 : context.program.entities[entity]!.fact.line
  const handler = { entity, file, text }
  addRoute(context, { file, line, methods, path, name: null, middleware: [], handler, framework: 'Next.js' })
}
