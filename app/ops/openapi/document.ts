import type { Operation } from '#shared/api/operation'
import { describeInput } from './input.js'
import { operations, rateLimitHeaders, schemas } from './operations.js'
import { describeResponses, problemResponses } from './responses.js'

/** What the document needs to know of a route; the router's own routes are of this shape. */
export interface DescribedRoute {
  name?: string | undefined
  pattern: string
  methods: string[]
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const pathParameters = (pattern: string) =>
  [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))

function describe(name: string, operation: Operation, method: string, pattern: string) {
  const { parameters, ...body } = describeInput(operation, method)
  return {
    operationId: name.replace(/^api\./, '').replace(/[._](\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    tags: [pattern.split('/')[2]!.replace('.json', '')],
    ...(operation.scope === 'public' ? { security: [] } : {}),
    parameters: [...pathParameters(pattern), ...parameters],
    ...body,
    responses: describeResponses(operation, method),
    ...(operation.scope === 'public' ? {} : { 'x-required-scope': operation.scope }),
  }
}

function describePaths(routes: DescribedRoute[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { name, pattern, methods } of routes) {
    const operation = operations[name ?? '']
    if (!name || !operation)
      throw new Error(`The route ${methods[0]} ${pattern} is not described: add "${name}" to its operations.`)
    const path = pattern.replace(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    for (const method of methods.filter((one) => METHODS.includes(one))) {
      paths[path][method.toLowerCase()] = describe(name, operation, method, pattern)
    }
  }
  return paths
}

export const isApiRoute = (route: DescribedRoute) => route.pattern.startsWith('/api/')

/**
 * The OpenAPI 3.1 description of the API: URLs and methods from the router, input from the validators,
 * answers as written down beside the routes.
 *
 * @throws Error naming a route under /api that nobody has described
 */
export function describeApi(routes: DescribedRoute[], { url, version }: { url: string; version: string }) {
  const paths = describePaths(routes.filter(isApiRoute))
  const tags = new Set(Object.keys(paths).map((path) => path.split('/')[2]!.replace('.json', '')))
  return {
    openapi: '3.1.0',
    info: {
      title: 'AgentOps',
      version,
      description: 'Connect a repository, write a task in plain words, get tested code on a branch.',
      license: { name: 'Proprietary', url },
    },
    servers: [{ url }],
    security: [{ token: [] }],
    tags: [...tags].map((name) => ({ name, description: `Everything under /api/${name}.` })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token, made under Settings: `agentops_…`.',
        },
      },
      headers: {
        Location: { description: 'Where the thing is.', schema: { type: 'string' } },
        ...rateLimitHeaders,
      },
      responses: problemResponses,
      schemas,
    },
  }
}
