import type { Argument, ChainStep } from '../facts/facts.ts'
import { singular } from './inflection.ts'
import { textArgument } from './rule.ts'

export interface ResourceRoute {
  methods: string[]
  path: string
  action: string
}

type Style = 'adonis' | 'adonis-shallow' | 'laravel'

const all = ['index', 'create', 'store', 'show', 'edit', 'update', 'destroy']
const withoutForms = ['index', 'store', 'show', 'update', 'destroy']

/** The routes that a resource stands for, as its modifiers leave them. */
export function resourceRoutes(
  resource: string,
  style: Style,
  steps: readonly ChainStep[],
  apiOnly = false
): ResourceRoute[] {
  const parts = resource.split('.')
  const last = parts.at(-1)!
  const item = parameter(last, style, steps)
  const parents = parts.slice(0, -1).map((part) => `${part}/${parameter(part, style, steps, true)}`)
  const collection = [...parents, last].join('/')
  const single = style === 'adonis-shallow' ? last : collection
  const get = ['GET', 'HEAD']
  const table: Record<string, [string[], string]> = {
    index: [get, collection],
    create: [get, `${collection}/create`],
    store: [['POST'], collection],
    show: [get, `${single}/${item}`],
    edit: [get, `${single}/${item}/edit`],
    update: [['PUT', 'PATCH'], `${single}/${item}`],
    destroy: [['DELETE'], `${single}/${item}`],
  }
  return actionsLeft(steps, apiOnly).map((action) => {
    const [methods, path] = table[action]!
    return { methods, path, action }
  })
}

function actionsLeft(steps: readonly ChainStep[], apiOnly: boolean): string[] {
  const api = apiOnly || steps.some(({ name }) => name === 'apiOnly')
  const list = (name: string) =>
    steps.filter((step) => step.name === name).flatMap(({ arguments: given }) => given.flatMap(texts))
  const [only, except] = [list('only'), list('except')]
  return (api ? withoutForms : all).filter(
    (action) => (only.length === 0 || only.includes(action)) && !except.includes(action)
  )
}

function texts(argument: Argument): string[] {
  if (argument && 'list' in argument) return argument.list.flatMap(texts)
  const text = textArgument(argument)
  return text === null ? [] : [text]
}

function parameter(resource: string, style: Style, steps: readonly ChainStep[], isParent = false): string {
  const named = steps
    .filter(({ name }) => name === 'params' || name === 'parameters')
    .flatMap(({ arguments: [first] }) => (first && 'object' in first ? first.object : []))
    .find(([key]) => key === resource)
  const given = textArgument(named?.[1])
  if (style === 'laravel') return `{${given ?? singular(resource).replaceAll('-', '_')}}`
  return `:${given ?? (isParent ? `${singular(resource).replaceAll('-', '_')}_id` : 'id')}`
}
