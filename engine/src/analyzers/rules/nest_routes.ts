import type { Argument, DecoratorFact } from '../facts/facts.ts'
import { addRoute, joinPaths } from './routes.ts'
import { packageAround, type RuleContext, textArgument, textMeant, writtenNames } from './rule.ts'

const verbs: Record<string, string> = {
  Get: 'GET',
  Post: 'POST',
  Put: 'PUT',
  Patch: 'PATCH',
  Delete: 'DELETE',
  Options: 'OPTIONS',
  Head: 'HEAD',
  All: 'ANY',
  Sse: 'GET',
}
const guards = new Set(['UseGuards', 'UseInterceptors'])

/** Routes of NestJS, from the decorators of controllers and their methods. */
export function nestRoutes(context: RuleContext): void {
  const { program } = context
  for (const [file, { facts, family, path, isTest }] of program.files.entries()) {
    const controllers = facts.decorators.filter(
      ({ name, member }) => name === 'Controller' && member === null
    )
    if (family !== 'javascript' || isTest || controllers.length === 0) continue
    const whole = globalPrefix(context, path)
    for (const controller of controllers) readController(context, file, controller, whole)
  }
}

function readController(
  context: RuleContext,
  file: number,
  controller: DecoratorFact,
  whole: GlobalPrefix
): void {
  const { facts, base } = context.program.files[file]!
  const paths = pathsOf(context, file, controller.arguments[0], 'path')
  const version = optionOf(controller.arguments[0], 'version')
  const around = guardsOf(context, file, controller.on)
  for (const decorator of facts.decorators) {
    const method = verbs[decorator.name]
    if (!method || facts.entities[decorator.on]?.owner !== controller.on) continue
    const versionPart = whole.versioned && version ? `v${version}` : ''
    for (const prefix of paths) {
      for (const own of pathsOf(context, file, decorator.arguments[0], 'path')) {
        addRoute(context, {
          file,
          line: decorator.line,
          methods: [method],
          path: joinPaths(whole.prefix, versionPart, prefix, own),
          name: null,
          middleware: [...around, ...guardsOf(context, file, decorator.on)],
          handler: { entity: base + decorator.on, text: facts.entities[decorator.on]!.name },
          framework: 'NestJS',
        })
      }
    }
  }
}

function guardsOf(context: RuleContext, file: number, on: number): string[] {
  return context.program.files[file]!.facts.decorators.filter(
    (decorator) => decorator.on === on && guards.has(decorator.name)
  ).flatMap(({ arguments: given }) => given.flatMap((argument) => writtenNames(context, file, argument)))
}

function optionOf(argument: Argument | undefined, name: string): string | null {
  if (!argument || !('object' in argument)) return null
  return textArgument(argument.object.find(([key]) => key === name)?.[1])
}

/** No argument means the empty path; several paths may be given as a list. */
function pathsOf(
  context: RuleContext,
  file: number,
  argument: Argument | undefined,
  option: string
): string[] {
  if (!argument) return ['']
  if ('object' in argument) {
    return pathsOf(context, file, argument.object.find(([key]) => key === option)?.[1], option)
  }
  if ('list' in argument) return argument.list.flatMap((item) => pathsOf(context, file, item, option))
  return [textMeant(context, file, argument) ?? '*']
}

interface GlobalPrefix {
  prefix: string
  versioned: boolean
}

/** What the application's start puts in front of every route of the same package. */
function globalPrefix(context: RuleContext, path: string): GlobalPrefix {
  const home = packageAround(context.packages, path)
  const found: GlobalPrefix = { prefix: '', versioned: false }
  for (const [file, { facts, path: other, isTest }] of context.program.files.entries()) {
    if (isTest || packageAround(context.packages, other) !== home) continue
    for (const { steps } of facts.chains) {
      for (const { name, arguments: given } of steps) {
        if (name === 'setGlobalPrefix')
          found.prefix = textMeant(context, file, given[0]) ?? prefixFallback(given[0])
        if (name === 'enableVersioning') found.versioned = true
      }
    }
  }
  return found
}

/** A prefix that comes from the configuration: most installations keep Nest's customary `api`. */
function prefixFallback(argument: Argument | undefined): string {
  return argument ? '*' : ''
}
