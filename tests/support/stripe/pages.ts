import type { IncomingMessage, ServerResponse } from 'node:http'
import { Fault } from './fault.js'
import { decodeForm, textOf } from './form.js'
import { Person } from './person.js'
import type { StripeServer } from './server.js'
import { type CardBehaviour, cardBehaviours } from './world.js'

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`

const cardForm = (action: string, button: string) =>
  `<form method="post" action="${action}"><label>Card <select name="card">${cardBehaviours
    .map((behaviour) => `<option>${behaviour}</option>`)
    .join('')}</select></label> <button>${button}</button></form>`

const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`

class Pages {
  #person: Person

  constructor(
    private stripe: StripeServer,
    private response: ServerResponse
  ) {
    this.#person = new Person(stripe)
  }

  html(title: string, body: string, status = 200) {
    this.response.writeHead(status, { 'content-type': 'text/html' }).end(page(title, body))
  }

  away(location: string) {
    this.response.writeHead(303, { location }).end()
  }

  /** Says what somebody would read when their card is refused. */
  #trying(title: string, back: string, act: () => void) {
    try {
      act()
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      this.html(title, `<p role="alert">${error.message}</p><a href="${back}">Try again</a>`, 402)
    }
  }

  checkout(id: string, card: CardBehaviour | null) {
    const session = this.stripe.world.sessions.get(id)!
    if (session.status !== 'open') return this.html('Checkout', '<p>This page is not open any more.</p>')
    if (card) {
      return this.#trying('Checkout', `/c/${id}`, () => {
        this.#person.checkOut(id, { card })
        this.away(session.success_url!)
      })
    }
    const items = this.stripe.world.pendingItems.get(id)!.map(({ price, quantity }) => {
      const { nickname, unit_amount } = this.stripe.world.prices.get(price)!
      return `<li>${quantity} × ${nickname}: ${dollars((unit_amount ?? 0) * (quantity ?? 1))}</li>`
    })
    const back = `<a href="${session.cancel_url}">Back</a>`
    this.html('Checkout', `<ul>${items.join('')}</ul>${cardForm(`/c/${id}`, 'Pay')}${back}`)
  }

  portal(id: string, card: CardBehaviour | null) {
    const { customer, returnUrl } = this.stripe.world.portalSessions.get(id)!
    if (card) this.#person.changeCard(customer, card)
    const form = cardForm(`/p/${id}`, 'Change the card')
    this.html('Customer portal', `${form}<a href="${returnUrl}">Return</a>`)
  }

  invoice(id: string, card: CardBehaviour | null) {
    const invoice = this.stripe.world.invoices.get(id)!
    if (card) {
      this.#person.changeCard(invoice.customer as string, card)
      this.#person.payInvoice(id)
    }
    const pay = invoice.status === 'open' ? cardForm(`/i/${id}`, 'Pay') : ''
    this.html(`Invoice ${invoice.number}`, `<p>${dollars(invoice.total)}: ${invoice.status}</p>${pay}`)
  }
}

async function cardIn(request: IncomingMessage): Promise<CardBehaviour | null> {
  if (request.method !== 'POST') return null
  let body = ''
  for await (const chunk of request) body += chunk
  return (textOf(decodeForm(body), 'card') ?? 'pays') as CardBehaviour
}

/** Stripe's own pages, as far as somebody has to click through them: checkout, portal, an invoice. */
export async function servePage(
  stripe: StripeServer,
  request: IncomingMessage,
  path: string,
  response: ServerResponse
) {
  const [, kind, id = '', file] = path.split('/')
  const { world } = stripe
  const card = await cardIn(request)
  const pages = new Pages(stripe, response)
  if (kind === 'c' && world.sessions.has(id)) pages.checkout(id, card)
  else if (kind === 'p' && world.portalSessions.has(id)) pages.portal(id, card)
  else if (kind === 'i' && world.invoices.has(id) && !file) pages.invoice(id, card)
  else if (kind === 'i' && world.invoices.has(id)) {
    response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4\n%%EOF\n')
  } else response.writeHead(404).end()
}
