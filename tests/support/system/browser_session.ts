import { randomUUID } from 'node:crypto'

/** What a browser keeps: cookies, and the token that a form is sent with. */
export class BrowserSession {
  readonly #cookies = new Map<string, string>()

  constructor(readonly url: string) {}

  static async signIn(url: string, { email, password }: { email: string; password: string }) {
    const session = new BrowserSession(url)
    await session.request('/login')
    const answer = await session.post('/login', { email, password })
    if (!answer.headers.get('location')?.endsWith('/dashboard')) {
      throw new Error(`signing in led to ${answer.status} ${answer.headers.get('location')}`)
    }
    // Where the browser is led to, and where it gets the token of the session that it has now.
    await session.request('/dashboard')
    return session
  }

  async request(path: string, init: RequestInit = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'application/json, text/html', ...init.headers, cookie }
    const answer = await fetch(new URL(path, this.url), { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.#cookies.set(name!, value!)
    }
    return answer
  }

  post(path: string, body: unknown) {
    return this.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'x-xsrf-token': decodeURIComponent(this.#cookies.get('XSRF-TOKEN') ?? ''),
        referer: `${this.url}/`,
      },
    })
  }

  async json<T>(path: string): Promise<T> {
    const answer = await this.request(path)
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}`)
    return answer.json() as Promise<T>
  }

  async addProject(url: string): Promise<string> {
    return this.#made(await this.post('/projects', { source: 'git', name: randomUUID(), url }), 'projects')
  }

  async run(projectId: string, task: string): Promise<string> {
    return this.#made(
      await this.post('/workflows', { projectId, task, formToken: randomUUID() }),
      'workflows'
    )
  }

  #made(answer: Response, what: string) {
    const id = new RegExp(`/${what}/([0-9a-f-]{36})`).exec(answer.headers.get('location') ?? '')?.[1]
    if (!id) throw new Error(`nothing was made: ${answer.status}, ${answer.headers.get('location')}`)
    return id
  }
}
