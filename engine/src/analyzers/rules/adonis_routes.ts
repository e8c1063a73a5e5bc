import type { Argument, ChainFact, ChainStep } from '../facts/facts.ts'
import { generatedController } from './adonis_controllers.ts'
import { resourceRoutes } from './resources.ts'
import { addRoute, type Handler, handlerOf, joinPaths, methodOf, unknownPath } from './routes.ts'
import {
  importedFrom,
  meaningOf,
  type RuleContext,
  stepNamed,
  textArgument,
  textMeant,
  valueName,
  writtenNames,
} from './rule.ts'

const framework = 'AdonisJS'
const services = /^@adonisjs\/core\/services\/router$|^@ioc:Adonis\/Core\/Route$/
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'any', 'route']

interface Surroundings {
  prefix: string[]
  name: string[]
  middleware: string[]
}

/** Routes of AdonisJS, with all that the groups around them add. */
export function adonisRoutes(context: RuleContext): void {
  for (const [file, { facts, family }] of context.program.files.entries()) {
    if (family !== 'javascript') continue
    const chains = facts.chains.filter(({ value }) => services.test(importedFrom(context, file, value) ?? ''))
    const groups = chains.filter((chain) => stepNamed(chain, 'group'))
    for (const chain of chains) {
      const around = groups.filter((group) => group !== chain && holds(group, chain))
      const inside = around.map((group) => additions(context, file, group))
      readRoute(context, file, chain, merged(inside))
    }
  }
}

function holds(group: ChainFact, { start }: ChainFact): boolean {
  const body = stepNamed(group, 'group')?.arguments[0]
  return !!body && 'body' in body && body.body[0] <= start && start < body.body[1]
}

function additions(context: RuleContext, file: number, chain: ChainFact): Surroundings {
  const texts = (...names: string[]) =>
    chain.steps
      .filter(({ name }) => names.includes(name))
      .map(({ arguments: [first] }) => textMeant(context, file, first) ?? '*')
  const middleware = chain.steps
    .filter(({ name }) => name === 'use' || name === 'middleware')
    .flatMap(({ arguments: given }) => given.flatMap((argument) => writtenNames(context, file, argument)))
  return { prefix: texts('prefix').reverse(), name: texts('as').reverse(), middleware }
}

/** Groups come outermost first, as they were written. */
function merged(parts: Surroundings[]): Surroundings {
  return {
    prefix: parts.flatMap(({ prefix }) => prefix),
    name: parts.flatMap(({ name }) => name),
    middleware: parts.flatMap(({ middleware }) => middleware),
  }
}

function readRoute(context: RuleContext, file: number, chain: ChainFact, around: Surroundings): void {
  const [first] = chain.steps
  if (!first) return
  const own = additions(context, file, chain)
  const name = own.name[0]
  const shared = {
    file,
    line: chain.line,
    name: name === undefined ? null : [...around.name, name].join('.'),
    middleware: [...around.middleware, ...own.middleware],
    framework,
  }
  const at = (path: string) => joinPaths(...around.prefix, ...own.prefix, path)
  if (verbs.includes(first.name)) {
    if (first.arguments.length < 2) return
    const path = textMeant(context, file, first.arguments[0]) ?? unknownPath
    const handler = routeHandler(context, file, first.arguments[first.name === 'route' ? 2 : 1])
    addRoute(context, { ...shared, methods: methodsOf(first), path: at(path), handler })
  } else if (first.name === 'on') {
    const path = textMeant(context, file, first.arguments[0])
    const answer = chain.steps.find((step) => /^(render|renderInertia|redirect\w*)$/.test(step.name))
    if (path === null || !answer) return
    const text = `${answer.name} ${textArgument(answer.arguments[0]) ?? ''}`.trim()
    addRoute(context, {
      ...shared,
      methods: ['GET', 'HEAD'],
      path: at(path),
      handler: { entity: null, text },
    })
  } else if (first.name === 'resource' || first.name === 'shallowResource') {
    const resource = textMeant(context, file, first.arguments[0])
    if (resource === null) return
    const style = first.name === 'resource' ? 'adonis' : 'adonis-shallow'
    for (const { methods, path, action } of resourceRoutes(resource, style, chain.steps)) {
      const handler = actionHandler(context, file, first.arguments[1], action)
      const called = [...around.name, `${resource}.${action}`].join('.')
      addRoute(context, { ...shared, methods, path: at(path), handler, name: called })
    }
  }
}

function methodsOf({ name, arguments: given }: ChainStep): string[] {
  if (name === 'get') return ['GET', 'HEAD']
  if (name === 'any') return ['ANY']
  const [, list] = given
  if (name !== 'route') return [name.toUpperCase()]
  return list && 'list' in list
    ? list.list.flatMap((item) => textArgument(item)?.toUpperCase() ?? [])
    : ['ANY']
}

/** `'Users.index'`, `'#controllers/users.index'`, `[Users, 'index']`, `[() => import('…'), 'index']`, `Users`, or a function. */
function routeHandler(context: RuleContext, file: number, argument: Argument | undefined): Handler {
  if (argument && 'list' in argument) {
    return actionHandler(context, file, argument.list[0], textArgument(argument.list[1]) ?? 'handle')
  }
  const text = textArgument(argument)
  if (text !== null) {
    const dot = text.lastIndexOf('.')
    return namedHandler(context, text.slice(0, dot), text.slice(dot + 1))
  }
  if (argument && 'value' in argument) {
    const whole = actionHandler(context, file, argument, 'handle')
    if (whole.entity !== null) return whole
  }
  return handlerOf(context, file, argument)
}

function actionHandler(
  context: RuleContext,
  file: number,
  controller: Argument | undefined,
  action: string
): Handler {
  const text = textArgument(controller)
  if (text !== null) return namedHandler(context, text, action)
  const meaning = meaningOf(context, file, controller)
  const written = controller && 'value' in controller ? valueName(context, file, controller.value) : 'inline'
  const entity =
    methodOf(context, meaning, action) ??
    (controller && 'value' in controller
      ? generatedController(context, file, controller.value, action)
      : null)
  return { entity, text: `${written}.${action}` }
}

/** A controller by its name or path alone, as in `'UsersController.index'` and `'#controllers/users_controller.index'`. */
function namedHandler(context: RuleContext, controller: string, action: string): Handler {
  const words = controller.replace(/^#|^App\/Controllers\/Http\//, '').split('/')
  const wanted = words.map(plain).join('/')
  const number = context.program.files.findIndex(
    ({ path, family }) => family === 'javascript' && plainPath(path).endsWith(`/${wanted}`)
  )
  const meaning = number === -1 ? null : ({ is: 'module', file: number } as const)
  return { entity: methodOf(context, meaning, action), text: `${controller}.${action}` }
}

const plain = (word: string) => word.toLowerCase().replaceAll('_', '')
const plainPath = (path: string) =>
  `/${path
    .replace(/\.[jt]s$/, '')
    .split('/')
    .map(plain)
    .join('/')}`
