import { Stop } from '../../bin/supervisor/stop.ts'

/** The cookies of a person who has signed in, and the token that their forms carry. */
export class Session {
  #cookies = new Map<string, string>()

  static async signIn(url: string, email: string, password: string): Promise<Session> {
    const session = new Session()
    session.#keep(await fetch(`${url}/login`))
    const response = await fetch(`${url}/login`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...session.headers(), 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    if (response.status >= 400) throw new Stop(`Signing in was answered ${response.status}.`)
    session.#keep(response)
    session.#keep(await fetch(`${url}/dashboard`, { headers: session.headers(), redirect: 'manual' }))
    return session
  }

  headers(): Record<string, string> {
    return {
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-xsrf-token': decodeURIComponent(this.#cookies.get('XSRF-TOKEN') ?? ''),
      accept: 'text/html',
    }
  }

  #keep(response: Response) {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      this.#cookies.set(name!, value!)
    }
  }
}
