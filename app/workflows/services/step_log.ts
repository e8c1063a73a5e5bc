import { createMasker } from '#shared/masking'
import type { EventPayloads, LogStream, NewEvent } from '#workflows/enums/workflow_event'
import { appendEventsWhileHeld } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import { LeaseLost, type StepLease } from '#workflows/services/step_lease'

/** Between two batches; a line after a silence does not wait. */
const GAP_MS = 80
const MAX_CHUNK = 32_000
const MAX_STEP_BYTES = 4_000_000
const MAX_LINE = 8_000
const MAX_NOTES = 1_000

/**
 * The log of one step while it runs. Text is masked before it is kept, cut into whole lines, numbered, and
 * written in batches; past the limit only the number of bytes left out is kept, and said at the end.
 */
export class StepLog {
  #pending: NewEvent[] = []
  #pendingBytes = 0
  #nextLine: number
  #bytes = 0
  #dropped = 0
  #notes = 0
  #timer: NodeJS.Timeout | null = null
  #flushedAt = Number.NEGATIVE_INFINITY
  #writing: Promise<void> = Promise.resolve()
  #partial = new Map<LogStream, string>()
  #maskers = new Map<LogStream, ReturnType<typeof createMasker>>()

  constructor(
    private lease: StepLease,
    private secrets: string[],
    private onFailure: (error: unknown) => void
  ) {
    this.#nextLine = lease.nextLine
  }

  /** Text as it comes; lines may arrive in pieces. */
  write(stream: LogStream, text: string) {
    const whole = (this.#partial.get(stream) ?? '') + this.#masker(stream).push(text)
    const end = whole.lastIndexOf('\n') + 1
    this.#partial.set(stream, whole.slice(end, end + MAX_LINE))
    if (end > 0) this.#keep(stream, whole.slice(0, end))
  }

  /** One line of our own. */
  say(text: string) {
    this.write('system', `${text}\n`)
  }

  event(event: NewEvent) {
    this.#enqueue(event, 500)
  }

  /** A short word on what happens now; past a number nobody reads, the rest is in the log alone. */
  note(text: string) {
    if (this.#notes++ >= MAX_NOTES) return
    this.event({ kind: 'note', stepId: this.lease.stepId, payload: { text: text.slice(0, 200) } })
  }

  /** Writes what is left. Resolves when everything said so far is committed. */
  async close() {
    for (const [stream, masker] of this.#maskers) {
      const rest = (this.#partial.get(stream) ?? '') + masker.flush()
      if (rest) this.#keep(stream, `${rest}\n`)
    }
    this.#maskers.clear()
    this.#partial.clear()
    if (this.#dropped > 0) {
      this.#push(
        'system',
        `truncated ${this.#dropped.toLocaleString('en')} bytes: the log of a step keeps ${MAX_STEP_BYTES / 1_000_000} MB\n`
      )
      this.#dropped = 0
    }
    this.#flush()
    await this.#writing
  }

  #masker(stream: LogStream) {
    const masker = this.#maskers.get(stream) ?? createMasker(this.secrets)
    this.#maskers.set(stream, masker)
    return masker
  }

  #keep(stream: LogStream, text: string) {
    for (const line of text.split('\n').slice(0, -1)) {
      const size = Buffer.byteLength(line) + 1
      if (this.#bytes + size > MAX_STEP_BYTES) {
        this.#dropped += size
        continue
      }
      this.#bytes += size
      const cut =
        line.length > MAX_LINE
          ? `${line.slice(0, MAX_LINE)} … truncated ${line.length - MAX_LINE} characters`
          : line
      this.#push(stream, `${cut}\n`)
    }
  }

  #push(stream: LogStream, line: string) {
    const number = this.#nextLine++
    const last = this.#pending.at(-1)
    if (
      last?.kind === 'log' &&
      last.payload.stream === stream &&
      last.payload.text.length + line.length < MAX_CHUNK
    ) {
      last.payload.text += line
      this.#pendingBytes += line.length
      return
    }
    const payload: EventPayloads['log'] = { stream, line: number, text: line }
    this.#enqueue({ kind: 'log', stepId: this.lease.stepId, payload }, line.length)
  }

  #enqueue(event: NewEvent, size: number) {
    this.#pending.push(event)
    this.#pendingBytes += size
    if (this.#pendingBytes > MAX_CHUNK) this.#flush()
    else this.#timer ??= setTimeout(() => this.#flush(), this.#pause())
  }

  #pause() {
    return Math.max(0, this.#flushedAt + GAP_MS - performance.now())
  }

  #flush() {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#pending.length === 0) return
    this.#flushedAt = performance.now()
    const batch = this.#pending
    this.#pending = []
    this.#pendingBytes = 0
    this.#writing = this.#writing.then(() => this.#commit(batch)).catch(this.onFailure)
  }

  async #commit(batch: NewEvent[]) {
    const { teamId, workflowId } = this.lease
    const events = await appendEventsWhileHeld(this.lease, batch)
    if (!events) throw new LeaseLost()
    announce(teamId, workflowId, events)
  }
}
