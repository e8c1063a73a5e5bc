import type { Argument } from '../facts/facts.ts'
import type { Meaning } from '../link/evaluate.ts'
import { meaningOf, type RuleContext, textArgument, valueName } from './rule.ts'

export interface Handler {
  /** Entity number; null when it could not be resolved. */
  entity: number | null
  /** A page's file, where that is the handler. */
  file?: number
  /** As it was written. */
  text: string
  /** Lines of a function that stands in the route itself. */
  lines?: [first: number, last: number]
}

export interface NewRoute {
  file: number
  line: number
  methods: string[]
  path: string
  name: string | null
  middleware: string[]
  handler: Handler
  framework: string
}

/** Adds a route as an entity of its own with an edge to what answers it. */
export function addRoute({ builder }: RuleContext, route: NewRoute): void {
  const { file, line, handler, ...rest } = route
  const name = `${route.methods.join('|')} ${route.path}`
  const entity = builder.add(file, { kind: 'route', name, line, signature: handler.text })
  builder.routes.push({
    ...rest,
    file,
    line,
    entity,
    handler: handler.entity,
    page: handler.file ?? null,
    handlerText: handler.text,
  })
  if (handler.lines) builder.claim(file, handler.lines, entity)
  const from = { entity }
  const edge = { from, kind: 'handles' as const, provenance: 'framework' as const, confidence: 95, line }
  if (handler.entity !== null) builder.connect({ ...edge, to: { entity: handler.entity } })
  else if (handler.file !== undefined) builder.connect({ ...edge, to: { file: handler.file } })
}

/** Stands for a path, or a part of one, that is only known while the application runs. */
export const unknownPath = '*'

/** `/a/` and `b` give `/a/b`; an empty path is `/`. */
export function joinPaths(...parts: string[]): string {
  const joined = parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')
  return `/${joined}`
}

/** The entity that an argument names, when it is one that can answer a request. */
export function handlerOf(context: RuleContext, file: number, argument: Argument | undefined): Handler {
  if (!argument) return { entity: null, text: 'inline' }
  if ('body' in argument) return { entity: null, text: 'inline function', lines: argument.lines }
  if ('value' in argument) {
    const meaning = meaningOf(context, file, argument)
    return { entity: entityIn(meaning), text: valueName(context, file, argument.value) }
  }
  if ('chain' in argument) {
    // A wrapper such as `asyncHandler(show)`: the last value in it answers.
    const within = argument.chain.flatMap(({ arguments: given }) => given)
    const body = within.findLast((item) => item && 'body' in item)
    if (body) return handlerOf(context, file, body)
    const inner = argument.chain
      .flatMap(({ arguments: given }) => given)
      .findLast((item) => item && 'value' in item)
    return inner ? handlerOf(context, file, inner) : { entity: null, text: argument.root }
  }
  return { entity: null, text: textArgument(argument) ?? 'inline' }
}

export function entityIn(meaning: Meaning | null): number | null {
  return meaning?.is === 'entity' ? meaning.entity : null
}

/** A class's method, or the class's own entity where the method is inherited or unknown. */
export function methodOf(
  { program, evaluator }: RuleContext,
  meaning: Meaning | null,
  method: string
): number | null {
  const whole = meaning?.is === 'module' ? evaluator.export(meaning.file, 'default') : meaning
  const owner = entityIn(evaluator.behind(whole))
  if (owner === null) return null
  for (const entity of [owner, ...evaluator.ancestors(owner).entities]) {
    const member = program.member(entity, method)
    if (member !== undefined) return member
  }
  return null
}
