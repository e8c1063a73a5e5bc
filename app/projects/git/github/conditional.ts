import { type Octokit, RequestError } from 'octokit'

/** What is asked for again and again while nothing changes; a 304 costs nothing of the budget. */
const polled = /\/(actions\/runs|jobs|check-runs|status)$|^\/repos\/[^/]+\/[^/]+$/
const MAX_ENTRIES = 400

type Answer = Awaited<ReturnType<Octokit['request']>>

const known = new Map<string, Answer>()

function remember(key: string, answer: Answer) {
  if (typeof answer.headers.etag !== 'string') return
  known.delete(key)
  known.set(key, answer)
  if (known.size > MAX_ENTRIES) known.delete(known.keys().next().value!)
}

interface Question {
  method: string
  url: string
  headers: object
}

/** Conditional requests: what GitHub has not changed since is answered from memory. One connection never sees another's. */
export async function conditional<Q extends Question>(
  connection: string,
  request: (options: Q) => Answer | Promise<Answer>,
  options: Q
): Promise<Answer> {
  const path = new URL(options.url, 'http://github.invalid').pathname
  if (options.method !== 'GET' || !polled.test(path)) return request(options)
  const key = `${connection} ${JSON.stringify({ ...options, headers: undefined, request: undefined })}`
  const before = known.get(key)
  if (before) options.headers = { ...options.headers, 'if-none-match': before.headers.etag }
  try {
    const answer = await request(options)
    remember(key, answer)
    return answer
  } catch (error) {
    if (before && error instanceof RequestError && error.status === 304) return before
    throw error
  }
}
