import { type ApiResponse, type Operation, ref } from '#shared/api/operation'
import { rateLimitHeaders } from './operations.js'

const descriptions: Record<number, string> = {
  400: 'The request cannot be read.',
  401: 'There is no valid token.',
  402: 'The plan of the team does not allow it; `limit` says which limit was reached and when it resets.',
  403: 'The token or the person behind it lacks the right.',
  404: 'There is no such thing in this team.',
  409: 'Not possible in the present state.',
  413: 'The body is too large.',
  422: 'Some fields are not as they should be.',
  429: 'Too many requests. `Retry-After` says how many seconds to wait.',
}

const header = (name: string) => ({ $ref: `#/components/headers/${name}` })
const limits = Object.fromEntries(Object.keys(rateLimitHeaders).map((name) => [name, header(name)]))

export const problemResponses = Object.fromEntries(
  Object.entries(descriptions).map(([status, description]) => [
    `Problem${status}`,
    { description, content: { 'application/problem+json': { schema: ref('Problem') } } },
  ])
)

function statusesOfProblems(operation: Operation, method: string) {
  const statuses = new Set<number>(operation.problems)
  if (operation.scope !== 'public') for (const status of [401, 403, 429]) statuses.add(status)
  if (operation.input) statuses.add(422)
  if (operation.input && method !== 'GET') for (const status of [400, 413]) statuses.add(status)
  return [...statuses].sort()
}

const describe = (response: ApiResponse, limited: boolean) => ({
  description: response.description,
  headers: {
    ...(response.headers ? { Location: header('Location') } : {}),
    ...(limited ? limits : {}),
  },
  ...(response.content
    ? {
        content: Object.fromEntries(
          Object.entries(response.content).map(([type, schema]) => [type, { schema }])
        ),
      }
    : {}),
})

export function describeResponses(operation: Operation, method: string) {
  const answers = Object.entries(operation.responses).map(([status, response]) => [
    status,
    describe(response, operation.scope !== 'public'),
  ])
  const problems = statusesOfProblems(operation, method).map((status) => [
    String(status),
    { $ref: `#/components/responses/Problem${status}` },
  ])
  return Object.fromEntries([...answers, ...problems])
}
