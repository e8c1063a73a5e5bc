import { createParser } from 'eventsource-parser'
import { access } from './credentials.ts'
import { CliError } from './error.ts'

interface Problem {
  detail?: string
  errors?: { field: string; message: string }[]
}

async function send(path: string, init: RequestInit = {}) {
  const { url, token } = await access()
  const headers = new Headers(init.headers)
  headers.set('authorization', `Bearer ${token}`)
  const response = await fetch(new URL(path, url), { ...init, headers }).catch((error: Error) => {
    if (init.signal?.aborted) throw error
    throw new CliError(
      `${url} cannot be reached: ${(error.cause as Error | undefined)?.message ?? error.message}`
    )
  })
  if (response.ok) return response
  const problem = (await response.json().catch(() => ({}))) as Problem
  const fields = (problem.errors ?? []).map(({ field, message }) => `\n  ${field}: ${message}`).join('')
  throw new CliError(`${problem.detail ?? `The server answered ${response.status}.`}${fields}`)
}

export async function get<T>(path: string): Promise<T> {
  return (await send(path)).json() as Promise<T>
}

export async function getText(path: string, accept = '*/*'): Promise<string> {
  return (await send(path, { headers: { accept } })).text()
}

export async function postText<T>(path: string, body: string, type: string): Promise<T> {
  return (await send(path, { method: 'POST', body, headers: { 'content-type': type } })).json() as Promise<T>
}

export async function post<T>(path: string, body: object, headers: Record<string, string> = {}): Promise<T> {
  const init = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...headers, 'content-type': 'application/json' },
  }
  return (await send(path, init)).json() as Promise<T>
}

export interface WorkflowEvent {
  seq: number
  stepId: string | null
  kind: string
  payload: Record<string, unknown>
}

/** The events of a workflow from the beginning until it has ended; a line that breaks is taken up where it broke. */
export async function* events(id: string, signal: AbortSignal): AsyncGenerator<WorkflowEvent> {
  let last = 0
  for (let failures = 0; failures < 10; failures++) {
    try {
      const response = await send(`/api/workflows/${id}/events/stream?after=${last}`, { signal })
      const waiting: WorkflowEvent[] = []
      const parser = createParser({
        onEvent: ({ data }) => {
          const event = JSON.parse(data)
          if (typeof event?.seq === 'number') waiting.push(event)
        },
      })
      const decoder = new TextDecoder()
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        parser.feed(decoder.decode(chunk, { stream: true }))
        for (const event of waiting.splice(0)) {
          failures = 0
          last = event.seq
          yield event
        }
      }
    } catch (error) {
      if (signal.aborted || error instanceof CliError) throw error
    }
    const { status } = await get<{ status: string }>(`/api/workflows/${id}`)
    if (status === 'finished') return
    await new Promise((resolve) => setTimeout(resolve, 500 * (failures + 1)))
  }
  throw new CliError('The line to the server broke again and again. The workflow goes on: agentops watch')
}
