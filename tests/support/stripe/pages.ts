import type { ServerResponse } from 'node:http'
import { Person } from './person.js'
import type { StripeServer } from './server.js'

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`

/** Stripe's own pages, as far as somebody has to click through them: checkout, portal, an invoice. */
export function servePage(stripe: StripeServer, method: string, path: string, response: ServerResponse) {
  const [, kind, id, act] = path.split('/')
  const html = (body: string) => response.writeHead(200, { 'content-type': 'text/html' }).end(body)
  const session = kind === 'c' ? stripe.world.sessions.get(id!) : undefined
  if (session && method === 'POST' && act === 'pay') {
    new Person(stripe).checkOut(session.id)
    response.writeHead(303, { location: session.success_url! }).end()
  } else if (session) {
    const pay = `<form method="post" action="/c/${id}/pay"><button>Pay</button></form>`
    html(page('Checkout', `${pay}<a href="${session.cancel_url}">Back</a>`))
  } else if (kind === 'p') {
    html(page('Customer portal', ''))
  } else if (kind === 'i') {
    html(page(`Invoice ${id}`, ''))
  } else {
    response.writeHead(404).end()
  }
}
