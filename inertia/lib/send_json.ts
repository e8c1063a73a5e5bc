import { askToConfirm } from './confirmation'
import { inTeamOfPage } from './team_address'

export type Answer<T> =
  | { ok: true; body: T }
  /** What is wrong, by field; `form` for what no field is to blame for. Empty when the reader has given up. */
  | { ok: false; errors: Record<string, string> }

interface Problem {
  message?: string
  errors?: { field?: string; message: string }[]
}

const CONFIRMATION_REQUIRED = 428

export function csrfToken() {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('XSRF-TOKEN='))
  return decodeURIComponent(cookie?.slice('XSRF-TOKEN='.length) ?? '')
}

function errorsOf(status: number, { errors = [], message }: Problem): Record<string, string> {
  if (status === 429) return { form: 'Too many tries. Wait a few minutes, then go on.' }
  const byField = errors.map((error) => [error.field ?? 'form', error.message] as const)
  if (byField.length > 0) return Object.fromEntries(byField)
  return { form: message ?? `The server answered ${status}. Load the page again.` }
}

/** A change whose answer is for this page alone, such as a secret that is shown once. */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: object = {}
): Promise<Answer<T>> {
  const response = await fetch(inTeamOfPage(path), {
    method,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-xsrf-token': csrfToken(),
    },
    body: JSON.stringify(body),
  }).catch(() => null)
  if (!response) return { ok: false, errors: { form: 'The server could not be reached. Try again.' } }
  const answer = response.status === 204 ? {} : await response.json().catch(() => ({}))
  if (response.ok) return { ok: true, body: answer }
  if (response.status === CONFIRMATION_REQUIRED) {
    return (await askToConfirm(answer.ways)) ? sendJson(method, path, body) : { ok: false, errors: {} }
  }
  return { ok: false, errors: errorsOf(response.status, answer) }
}
