import type pg from 'pg'

interface Notice {
  channel: string
  text: string
  resolve: () => void
  reject: (error: unknown) => void
}

const MAX_BATCH = 500
const INVALID_PARAMETER = '22023'
const notify = {
  name: 'notify_batch',
  text: 'select pg_notify(channel, message) from unnest($1::text[], $2::text[]) as batch (channel, message)',
}

/**
 * Sends notifications one batch after the other, so in the order in which they were given. What comes while
 * a batch is under way leaves with the next one: under load a round trip carries many, a single one waits
 * for nothing.
 */
export class NotifyBatches {
  #waiting: Notice[] = []
  #sending = false
  #sent = 0

  constructor(private readonly pool: pg.Pool) {}

  /** Resolves when the message is on its way; rejects with the database's error. */
  send(channel: string, message: { busId: string; payload: unknown }): Promise<void> {
    return new Promise((resolve, reject) => {
      // PostgreSQL drops what a transaction says twice, so each message carries a number.
      const text = JSON.stringify({ ...message, number: this.#sent++ })
      this.#waiting.push({ channel, text, resolve, reject })
      if (!this.#sending) void this.#sendAll()
    })
  }

  async #sendAll() {
    this.#sending = true
    while (this.#waiting.length > 0) await this.#sendBatch(this.#waiting.splice(0, MAX_BATCH))
    this.#sending = false
  }

  async #sendBatch(batch: Notice[]) {
    try {
      const values = [batch.map(({ channel }) => channel), batch.map(({ text }) => text)]
      await this.pool.query({ ...notify, values })
      for (const { resolve } of batch) resolve()
    } catch (error) {
      // One message that is too long must not take the others of its batch with it.
      if (batch.length > 1 && (error as { code?: string }).code === INVALID_PARAMETER) {
        for (const notice of batch) await this.#sendBatch([notice])
      } else {
        for (const { reject } of batch) reject(error)
      }
    }
  }
}
