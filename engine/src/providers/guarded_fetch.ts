import { type LookupAddress, lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { isPublicAddress } from '../../contract/public_address.ts'

/** Thrown instead of connecting; the message may be shown. */
export class AddressRefused extends Error {
  constructor() {
    super('the address is not of the open internet')
  }
}

/** Judges the address that is connected to, so that a name can not mean one thing first and another later. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0)
    const addresses = found as LookupAddress[]
    if (!addresses.every(({ address }) => isPublicAddress(address))) return done(new AddressRefused(), '', 0)
    const [first] = addresses
    if (options.all) return done(null, addresses)
    return done(null, first!.address, first!.family)
  })
}

/**
 * A `fetch` for addresses that somebody has typed in: it follows no redirect, and reaches this
 * machine and its networks only where the operator allows it.
 */
export function guardedFetch({ privateAddresses }: { privateAddresses: boolean }): typeof fetch {
  if (privateAddresses) return (input, init) => fetch(input, { ...init, redirect: 'error' })
  return async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) && !isPublicAddress(host)) throw new AddressRefused()
    const body = Buffer.from(await request.arrayBuffer())
    return send(url, request, body)
  }
}

function send(url: URL, request: Request, body: Buffer): Promise<Response> {
  const { request: open } = url.protocol === 'https:' ? https : http
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const headers = { ...Object.fromEntries(request.headers), 'content-length': String(body.length) }
  const sent = open(
    url,
    { method: request.method, headers, lookup: publicOnly, signal: request.signal },
    (answer) => {
      const status = answer.statusCode ?? 502
      if (status >= 300 && status < 400) {
        answer.destroy()
        return reject(new Error('the server answered with a redirect'))
      }
      const answered = new Headers()
      for (const [name, value] of Object.entries(answer.headers))
        answered.set(name, [value].flat().join(', '))
      const empty = status === 204
      const stream = empty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>)
      resolve(new Response(stream, { status, headers: answered }))
    }
  )
  sent.on('error', reject)
  sent.end(body)
  return promise
}
