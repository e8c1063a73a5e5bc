export interface SentDelivery {
  id: string
  url: string
  event: string
  headers: Record<string, string>
  body: string
  /** Null when nobody answered. */
  status: number | null
}

/** Delivers as the hosts do, and keeps what was delivered so that it can be sent again. */
export class WebhookSender {
  readonly sent: SentDelivery[] = []
  #pending: Promise<unknown>[] = []

  /** Sends without making the one who caused it wait. */
  send(url: string, event: string, headers: Record<string, string>, body: string, id: string) {
    const delivery: SentDelivery = { id, url, event, headers, body, status: null }
    this.sent.push(delivery)
    this.#pending.push(this.again(delivery))
    return delivery
  }

  async again(delivery: SentDelivery) {
    const { url, headers, body } = delivery
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => null)
    delivery.status = answer?.status ?? null
    await answer?.body?.cancel()
    return delivery.status
  }

  /** Until everything that was sent so far has been answered. */
  async settled() {
    const pending = this.#pending
    this.#pending = []
    await Promise.all(pending)
  }
}
