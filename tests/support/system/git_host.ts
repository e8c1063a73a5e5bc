import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Before the branch is there, or when it is and nobody has been told. */
export type PushMoment = 'before' | 'after'

const git = (dir: string, ...args: string[]) =>
  execFileSync('git', ['-C', dir, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    .toString()
    .trim()

/** A real git server on loopback (`git http-backend`), whose pushes can be made to take long. */
export class GitHost {
  readonly #root = mkdtempSync(join(tmpdir(), 'agentops-git-host-'))
  readonly #server: Server
  #slow = new Map<string, { moment: PushMoment; arrived: boolean }>()

  private constructor() {
    this.#server = createServer((incoming, outgoing) => void this.#serve(incoming, outgoing))
  }

  static async open() {
    const host = new GitHost()
    await new Promise<void>((resolve) => host.#server.listen(0, '127.0.0.1', resolve))
    return host
  }

  /** A bare repository with these files on `main`, and its URL. */
  make(name: string, files: Record<string, string>): string {
    const work = join(this.#root, `${name}.work`)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(work, path)), { recursive: true })
      writeFileSync(join(work, path), text)
    }
    git(work, 'init', '--quiet', '--initial-branch=main')
    git(work, 'add', '.')
    git(
      work,
      '-c',
      'user.name=Ada',
      '-c',
      'user.email=ada@example.test',
      'commit',
      '--quiet',
      '-m',
      'Tell the time'
    )
    git(this.#root, 'clone', '--quiet', '--bare', work, `${name}.git`)
    git(this.directory(name), 'config', 'http.receivepack', 'true')
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${name}.git`
  }

  directory(name: string) {
    return join(this.#root, `${name}.git`)
  }

  git(name: string, ...args: string[]) {
    return git(this.directory(name), ...args)
  }

  /** The next push to the repository gets no answer; `arrived` says that it has come to that moment. */
  neverAnswer(name: string, moment: PushMoment) {
    const slow = { moment, arrived: false }
    this.#slow.set(name, slow)
    return slow
  }

  async close() {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
    rmSync(this.#root, { recursive: true, force: true })
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse) {
    const url = new URL(incoming.url!, 'http://localhost')
    const name = url.pathname.split('/')[1]!.replace(/\.git$/, '')
    const slow = url.pathname.endsWith('/git-receive-pack') ? this.#slow.get(name) : undefined
    if (slow) this.#slow.delete(name)
    if (slow?.moment === 'before') {
      slow.arrived = true
      return
    }
    const answer = await this.#backend(incoming, url)
    if (slow) {
      slow.arrived = true
      return
    }
    const end = answer.indexOf('\r\n\r\n')
    const headers = answer
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(': ') as [string, string])
    const status = headers.find(([key]) => key === 'Status')?.[1]
    outgoing.writeHead(
      status ? Number.parseInt(status, 10) : 200,
      headers.filter(([key]) => key !== 'Status').flat()
    )
    outgoing.end(answer.subarray(end + 4))
  }

  async #backend(incoming: IncomingMessage, url: URL): Promise<Buffer> {
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: this.#root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: incoming.method,
        CONTENT_TYPE: incoming.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: incoming.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(incoming.headers['git-protocol'] ?? ''),
        REMOTE_USER: 'ada',
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    incoming.pipe(child.stdin!)
    child.stdin!.on('error', () => {})
    const chunks: Buffer[] = []
    child.stdout!.on('data', (chunk) => chunks.push(chunk))
    await once(child, 'close')
    return Buffer.concat(chunks)
  }
}
