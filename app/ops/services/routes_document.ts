import { type Role, roles } from '#accounts/enums/role'
import { can, scopeFor } from '#accounts/permissions'
import { doors, isDoor, type RouteRight } from '#accounts/route_rights'

export interface ListedRoute {
  name: string
  methods: readonly string[]
  pattern: string
  /** Names of the middlewares of the route. */
  middleware: readonly string[]
  right: RouteRight
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const methodsOf = ({ methods }: ListedRoute) =>
  METHODS.filter((method) => methods.includes(method)).join(', ')

function who({ right }: ListedRoute) {
  if (isDoor(right)) return doors[right]
  const allowed: Role[] = roles.filter((role) => can(role, right))
  return allowed.length === roles.length ? 'every role' : allowed.join(', ')
}

function token({ middleware, right }: ListedRoute) {
  if (!middleware.includes('apiToken')) return ''
  if (right === 'operator') return 'operator'
  return isDoor(right) ? 'any' : (scopeFor(right) ?? 'none')
}

const row = (route: ListedRoute) =>
  `| ${methodsOf(route)} | \`${route.pattern}\` | ${isDoor(route.right) ? '' : `\`${route.right}\``} | ${who(route)} | ${token(route)} | ${route.middleware.includes('confirmed') ? 'yes' : ''} |`

/** docs/routes.md: every route with who may call it. */
export function routesDocument(routes: readonly ListedRoute[]): string {
  const table = (those: readonly ListedRoute[]) =>
    [
      '| Method | Address | Right | Who | Token scope | Confirmed |',
      '| --- | --- | --- | --- | --- | --- |',
      ...[...those].sort((a, b) => a.pattern.localeCompare(b.pattern)).map(row),
    ].join('\n')
  const byToken = (route: ListedRoute) => route.middleware.includes('apiToken')
  return `# Who may call what

Generated from the router and \`start/rights.ts\` by \`node ace docs:write\`; a test fails when it is stale, and
another walks the table with every role, strangers, and tokens. "Confirmed": asks whether it is really them when
that was not shown within ten minutes. What each role may do is in [permissions.md](permissions.md).

A right opens a door of the team that the request is in; ids of other teams are answered 404 like absent ones.

## Pages and what they load

${table(routes.filter((route) => !byToken(route)))}

## With a token

${table(routes.filter(byToken))}
`
}
