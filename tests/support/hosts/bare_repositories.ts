import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Call, Reply } from '#tests/support/hosts/http_server'

const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.test']

/** Real bare repositories, served with git's own smart HTTP. */
export class BareRepositories {
  readonly root: string

  constructor(name: string) {
    this.root = mkdtempSync(join(tmpdir(), `agentops-${name}-`))
  }

  directory(path: string) {
    return join(this.root, `${path}.git`)
  }

  git(path: string, ...args: string[]) {
    return execFileSync('git', ['-C', this.directory(path), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
      .toString()
      .trim()
  }

  /** An empty repository whose HEAD names `branch`; with files, one commit on it. */
  make(path: string, branch: string, files: Record<string, string>) {
    const directory = this.directory(path)
    mkdirSync(dirname(directory), { recursive: true })
    execFileSync('git', ['init', '--quiet', '--bare', `--initial-branch=${branch}`, directory])
    this.git(path, 'config', 'http.receivepack', 'true')
    if (Object.keys(files).length > 0) this.commit(path, branch, files, 'Begin')
  }

  /** Adds a commit with these files on top of a branch, or begins it; returns the commit. */
  commit(path: string, branch: string, files: Record<string, string>, message = 'Change') {
    const work = mkdtempSync(join(this.root, 'work-'))
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', work, ...author, ...args], { stdio: 'pipe' })
    git('init', '--quiet', '--initial-branch=work')
    if (this.commitOf(path, branch)) {
      git('pull', '--quiet', this.directory(path), `refs/heads/${branch}`)
    }
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(work, file)), { recursive: true })
      writeFileSync(join(work, file), text)
    }
    git('add', '.')
    git('commit', '--quiet', '--allow-empty', '-m', message)
    git('push', '--quiet', this.directory(path), `HEAD:refs/heads/${branch}`)
    rmSync(work, { recursive: true, force: true })
    return this.commitOf(path, branch)!
  }

  commitOf(path: string, ref: string): string | null {
    try {
      return this.git(path, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`)
    } catch {
      return null
    }
  }

  branches(path: string): Map<string, string> {
    const lines = this.git(path, 'for-each-ref', '--format=%(refname:lstrip=2) %(objectname)', 'refs/heads')
    return new Map(
      lines
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(' ') as [string, string])
    )
  }

  /** Pushes to these branches are refused with the host's words. */
  refusePushes(path: string, branches: Iterable<string>, words: string) {
    const cases = [...branches].map((branch) => `'refs/heads/${branch}') echo '${words}' >&2; exit 1;;`)
    const hook = join(this.directory(path), 'hooks', 'update')
    mkdirSync(dirname(hook), { recursive: true })
    writeFileSync(hook, `#!/bin/sh\ncase "$1" in\n${cases.join('\n')}\nesac\n`)
    chmodSync(hook, 0o755)
  }

  async serve(call: Call, path: string, service: string, user: string): Promise<Reply> {
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: this.root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: `/${path}.git/${service}`,
        QUERY_STRING: call.query.toString(),
        REQUEST_METHOD: call.method,
        CONTENT_TYPE: call.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: call.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(call.headers['git-protocol'] ?? ''),
        REMOTE_USER: user,
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    child.stdin!.on('error', () => {})
    if (call.body.length > 0 || call.incoming.readableEnded) child.stdin!.end(call.body)
    else call.incoming.pipe(child.stdin!)
    const chunks: Buffer[] = []
    child.stdout!.on('data', (chunk) => chunks.push(chunk))
    await once(child, 'close')
    return asReply(Buffer.concat(chunks))
  }

  /** The configuration of a bare repository, to look for what must not be in it. */
  config(path: string) {
    return readFileSync(join(this.directory(path), 'config'), 'utf8')
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true })
  }
}

/** From the CGI answer of `git http-backend`. */
function asReply(answer: Buffer): Reply {
  const end = answer.indexOf('\r\n\r\n')
  const lines = answer.subarray(0, end).toString().split('\r\n')
  const headers = Object.fromEntries(lines.map((line) => line.split(': ') as [string, string]))
  const { Status, ...rest } = headers
  return { status: Status ? Number.parseInt(Status, 10) : 200, headers: rest, body: answer.subarray(end + 4) }
}
