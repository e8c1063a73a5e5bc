import { setTimeout as wait } from 'node:timers/promises'
import { EventSourceParserStream } from 'eventsource-parser/stream'
import { Stop } from '../../bin/supervisor/stop.ts'

export interface Seeded {
  token: string
  projectId: string
}

export interface Step {
  name: string
  attempt: number
  queuedAt: string
  startedAt: string
  finishedAt: string
}

export interface Workflow {
  id: string
  status: string
  outcome: string | null
  outcomeReason: string | null
  createdAt: string
  finishedAt: string
  steps: Step[]
}

interface Event {
  kind: string
  payload: { status?: string; text?: string }
}

/** The API as a client of it sees it. */
export class Api {
  readonly #url: string
  readonly #headers: Record<string, string>

  constructor(url: string, token: string) {
    this.#url = url
    this.#headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  }

  async #ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await fetch(this.#url + path, { ...init, headers: this.#headers })
    if (!response.ok) throw new Stop(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as T
  }

  create(projectId: string, task: string) {
    return this.#ask<{ id: string }>('/api/workflows', {
      method: 'POST',
      body: JSON.stringify({ projectId, task }),
    })
  }

  show(id: string) {
    return this.#ask<Workflow>(`/api/workflows/${id}`)
  }

  verdict<T>(id: string) {
    return this.#ask<T>(`/api/workflows/${id}/verdict`)
  }

  async finished(id: string, timeoutMs = 60_000): Promise<Workflow> {
    for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await wait(50)) {
      const workflow = await this.show(id)
      if (workflow.status === 'finished') return workflow
    }
    throw new Stop(`The workflow ${id} did not finish within ${timeoutMs / 1000} s.`)
  }

  /** When, on this process' clock, the first event that `wanted` picks has arrived over the stream. */
  async firstEvent(id: string, wanted: (event: Event) => boolean): Promise<number> {
    const response = await fetch(`${this.#url}/api/workflows/${id}/events/stream`, { headers: this.#headers })
    const messages = response
      .body!.pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream())
    for await (const { data } of messages) if (data && wanted(JSON.parse(data))) return performance.now()
    throw new Stop(`The stream of the workflow ${id} ended without the event that was waited for.`)
  }
}
