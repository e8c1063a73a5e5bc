import { posix } from 'node:path'
import type { Argument, ChainFact } from '../facts/facts.ts'
import { addRoute, joinPaths } from './routes.ts'
import { packageAround, type RuleContext, textArgument } from './rule.ts'

const packages = ['@remix-run/react', '@remix-run/node', '@react-router/dev', '@react-router/node']
const code = /\.(tsx?|jsx?|mjs)$/
const makers = /^(route|index|layout|prefix)$/

/** Routes of Remix and of React Router as a framework: the files of `app/routes`, and those that `app/routes.ts` names. */
export function remixRoutes(context: RuleContext): void {
  for (const [file, { path, family, isTest, facts }] of context.program.files.entries()) {
    if (family !== 'javascript' || isTest || !code.test(path)) continue
    const home = packageAround(context.packages, path)
    const framework = packages.find((name) => home?.dependencies.has(name))
    if (!home || !framework) continue
    const inside = home.folder === '.' ? path : path.slice(home.folder.length + 1)
    const name = framework.startsWith('@remix') ? 'Remix' : 'React Router'
    const match = /^(?:src\/)?app\/routes\/(.+)$/.exec(inside)
    if (match) flatRoute(context, file, match[1]!, name)
    else if (/^(?:src\/)?app\/routes\.[cm]?[jt]s$/.test(inside))
      configured(context, path, outermost(facts.chains), '', name)
  }
}

/** `users.$id.tsx` answers `/users/:id`; a folder's file is its `route.tsx`. */
function flatRoute(context: RuleContext, file: number, inside: string, framework: string): void {
  const stem = inside.replace(code, '')
  const parts = stem.split('/')
  if (parts.length > 2 || (parts.length === 2 && !/^(route|index)$/.test(parts[1]!))) return
  const path = addressOf(parts[0]!)
  if (path !== null) addFile(context, file, path, framework)
}

/** Null for a layout, which has no address of its own. */
function addressOf(stem: string): string | null {
  const segments = segmentsOf(stem)
  const last = segments.at(-1)!
  if (last.startsWith('_') && last !== '_index') return null
  return joinPaths(...segments.filter((segment) => !segment.startsWith('_')).map(placeholder))
}

/** Split at dots, except between square brackets, which say "as it is written". */
function segmentsOf(stem: string): string[] {
  return (stem.match(/(?:\[[^\]]*\]|[^.[])+/g) ?? [stem]).map((segment) => segment.replace(/_$/, ''))
}

/** `$id` is `:id`, `$` is the rest, `($lang)` may be missing. */
function placeholder(segment: string): string {
  const optional = /^\((.*)\)$/.exec(segment)
  if (optional) return `${placeholder(optional[1]!)}?`
  if (segment === '$') return '*'
  return segment.replace(/^\$/, ':').replace(/\[([^\]]*)\]/g, '$1')
}

/** Loaders answer what is asked for, actions what is sent, the component shows it. */
function addFile(context: RuleContext, file: number, path: string, framework: string): void {
  const { evaluator, program, builder } = context
  // `const { loader } = createLoader(…)` is exported, though nothing of ours has that name.
  const exported = (name: string) => program.files[file]!.facts.exports.some(([own]) => own === name)
  const entityOf = (name: string) => {
    const meaning = evaluator.export(file, name)
    return meaning?.is === 'entity' ? meaning.entity : null
  }
  const add = (methods: string[], name: string) => {
    const entity = entityOf(name)
    const isHere = entity !== null && program.entities[entity]!.file === file
    const line = isHere ? program.entities[entity]!.fact.line : 1
    const handler = { entity, file, text: name === 'default' ? 'page' : name }
    addRoute(context, { file, line, methods, path, name: null, middleware: [], handler, framework })
  }
  const loads = exported('loader')
  if (loads || exported('default')) add(['GET'], loads ? 'loader' : 'default')
  const { entity: route, line } = builder.routes.at(-1) ?? { entity: -1, line: 1 }
  if (exported('action')) add(['POST', 'PUT', 'PATCH', 'DELETE'], 'action')
  const page = entityOf('default')
  if (!loads || page === null) return
  const from = { entity: route }
  builder.connect({
    from,
    to: { entity: page },
    kind: 'renders',
    provenance: 'framework',
    confidence: 95,
    line,
  })
}

/** Those that stand in no other's arguments: the others come with them. */
function outermost(chains: readonly ChainFact[]): Argument[] {
  return chains
    .filter(({ root }) => makers.test(root))
    .filter((one, _, all) => !all.some((other) => other.start < one.start && one.end <= other.end))
    .map(({ root, steps }) => ({ chain: steps, root }))
}

/** `route('users/:id', './user.tsx', [index('./list.tsx')])`, `layout('./shell.tsx', […])`, `prefix('admin', […])`. */
function configured(
  context: RuleContext,
  path: string,
  entries: readonly Argument[],
  prefix: string,
  framework: string
): void {
  for (const entry of entries) {
    if (!entry || !('chain' in entry) || !makers.test(entry.root)) continue
    const given = entry.chain[0]?.arguments ?? []
    const inner = given.find((argument) => argument && 'list' in argument)
    const [first, second] = given.map(textArgument)
    const own = entry.root === 'route' || entry.root === 'prefix' ? joinPaths(prefix, first ?? '*') : prefix
    const target = entry.root === 'route' ? second : entry.root === 'index' ? first : null
    const file = target ? fileAt(context, posix.join(posix.dirname(path), target)) : undefined
    if (file !== undefined) addFile(context, file, joinPaths(own), framework)
    if (inner && 'list' in inner) configured(context, path, inner.list, own, framework)
  }
}

function fileAt({ program }: RuleContext, path: string): number | undefined {
  const endings = ['', '.tsx', '.ts', '.jsx', '.js']
  return endings.map((ending) => program.fileNumber(path + ending)).find((number) => number !== undefined)
}
