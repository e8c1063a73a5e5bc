import type { BrowserSession } from '#tests/support/system/browser_session'
import type { EventPage } from '#workflows/queries/list_events'
import type { LiveMessage } from '#workflows/services/live_channel'

/** Follows a workflow as its page does: live messages, and the gap fetched by its number when one was missed. */
export class LiveViewer {
  readonly seen: number[] = []
  broken = false
  readonly #abort = new AbortController()
  #catchingUp: Promise<void> = Promise.resolve()

  constructor(
    readonly session: BrowserSession,
    readonly workflowId: string
  ) {}

  async connect() {
    const { signal } = this.#abort
    const stream = await this.session.request(`/live/workflows/${this.workflowId}`, { signal })
    if (!stream.ok) throw new Error(`the live channel answered ${stream.status}`)
    this.broken = false
    void this.#read(stream.body!).finally(() => (this.broken = true))
    await this.#catchUp()
  }

  close() {
    this.#abort.abort()
  }

  async #read(body: ReadableStream<Uint8Array>) {
    let text = ''
    const decoder = new TextDecoder()
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true })
        const end = text.lastIndexOf('\n\n')
        if (end < 0) continue
        for (const line of text.slice(0, end).split('\n'))
          if (line.startsWith('data: ')) this.#hear(line.slice(6))
        text = text.slice(end + 2)
      }
    } catch {
      // the other side is gone
    }
  }

  #hear(data: string) {
    const { channel, payload } = JSON.parse(data) as { channel: string; payload: LiveMessage }
    if (channel !== `workflows/${this.workflowId}`) return
    if (payload.events && payload.from === this.#last + 1)
      this.seen.push(...payload.events.map(({ seq }) => seq))
    else if (payload.to > this.#last) this.#catchUp().catch(() => {})
  }

  get #last() {
    return this.seen.at(-1) ?? 0
  }

  #catchUp() {
    this.#catchingUp = this.#catchingUp
      .catch(() => {})
      .then(async () => {
        for (;;) {
          const path = `/workflows/${this.workflowId}/events?after=${this.#last}`
          const { events, lastSeq } = await this.session.json<EventPage>(path)
          this.seen.push(...events.map(({ seq }) => seq).filter((seq) => seq > this.#last))
          if (this.#last >= lastSeq) return
        }
      })
    return this.#catchingUp
  }
}
