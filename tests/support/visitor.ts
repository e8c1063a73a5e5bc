import env from '#start/env'

const base = `http://${env.get('HOST')}:${env.get('PORT')}`

interface Answer {
  status: number
  location: string | null
  headers: Headers
  text: string
  json: () => never
}

/** A browser without a window: keeps cookies and sends the CSRF token, as a person's would. */
export class Visitor {
  readonly cookies = new Map<string, string>()

  constructor(readonly headers: Record<string, string> = {}) {}

  get(path: string, headers: Record<string, string> = {}) {
    return this.#send('GET', path, undefined, headers)
  }

  /** A change as a page sends it; asks for a page first where there is no CSRF token yet. */
  async send(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object = {}, headers = {}) {
    if (!this.cookies.has('XSRF-TOKEN')) await this.get('/login')
    return this.#send(method, path, body, headers)
  }

  /** Follows where it leads, once, as a browser would: that page brings the token for the next change. */
  async signIn(email: string, password = 'correct horse battery', extra: object = {}) {
    const answer = await this.send('POST', '/login', { email, password, ...extra })
    if (answer.location) await this.get(answer.location)
    return answer
  }

  /** Only what a browser keeps when it is closed. */
  close() {
    for (const name of this.#untilClosed) this.cookies.delete(name)
  }

  readonly #untilClosed = new Set<string>()

  async #send(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {}
  ): Promise<Answer> {
    const response = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'text/html, application/json',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-xsrf-token': decodeURIComponent(this.cookies.get('XSRF-TOKEN') ?? ''),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...this.headers,
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const text = await response.text()
    const location = response.headers.get('location')
    return {
      status: response.status,
      location,
      headers: response.headers,
      text,
      json: () => JSON.parse(text) as never,
    }
  }

  #keep(cookie: string) {
    const [pair = '', ...attributes] = cookie.split(/;\s*/)
    const name = pair.slice(0, pair.indexOf('='))
    const age = attributes.find((attribute) => /^max-age=/i.test(attribute))?.slice('max-age='.length)
    if (age !== undefined && Number(age) <= 0) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1))
    if (age === undefined) this.#untilClosed.add(name)
    else this.#untilClosed.delete(name)
  }
}
