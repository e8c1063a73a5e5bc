import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import { fetchMirror } from '#projects/git/mirror'
import { repositoryOf } from '#projects/git/mirror_layout'
import { probeRemote } from '#projects/git/probe'
import { pushBranch } from '#projects/git/push'
import { codeOf, errorOf, git, makeRemote, scratch } from '#tests/unit/projects/git_fixture'
import { serveGit } from '#tests/unit/projects/git_http_fixture'

const token = 'glpat-S3cret/with+odd chars&"$(x)'
const credential = { kind: 'token' as const, token }

async function served(cleanup: Parameters<typeof scratch>[0]) {
  const root = await scratch(cleanup)
  const made = await makeRemote(root, { 'a.txt': '1\n' })
  git(made.bare, ['config', 'http.receivepack', 'true'])
  return { ...made, root, server: await serveGit(cleanup, { root, token }) }
}

/** Every argument and, of git's family, no environment: what everybody on the machine can read. */
async function commandLines(): Promise<string> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  return (
    await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  ).join('\n')
}

async function allText(dir: string): Promise<string> {
  const names = await readdir(dir, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile())
  return (
    await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')))
  ).join('\n')
}

test.group('Git over HTTP with a token', (group) => {
  group.each.timeout(30_000)

  test('the token opens the repository for reading and writing', async ({ assert, cleanup }) => {
    const { server, mirrorDir, head, bare } = await served(cleanup)
    const remote = server.remote('remote.git')
    assert.equal((await probeRemote({ remote, credential })).headCommit, head)
    assert.equal((await fetchMirror({ remote, credential, mirrorDir })).commit, head)
    const commit = git(repositoryOf(mirrorDir), ['commit-tree', '-p', head, '-m', 'x', `${head}^{tree}`])
    assert.deepEqual(await pushBranch({ remote, credential, mirrorDir, branch: 'feature/x', commit }), {
      kind: 'pushed',
    })
    assert.equal(git(bare, ['rev-parse', 'feature/x']), commit)
  })

  test('it is in no argument, no file of the mirror and no message', async ({ assert, cleanup }) => {
    const { server, mirrorDir } = await served(cleanup)
    server.delayMs = 150
    const said: string[] = []
    let seen = ''
    let running = true
    const watching = (async () => {
      while (running) {
        seen += await commandLines()
        await pause(20)
      }
    })()
    await fetchMirror({
      remote: server.remote('remote.git'),
      credential,
      mirrorDir,
      onProgress: (line) => said.push(line),
    })
    running = false
    await watching
    assert.include(seen, 'remote-http')
    for (const form of [
      token,
      'S3cret',
      encodeURIComponent(token),
      Buffer.from(`git:${token}`).toString('base64'),
    ]) {
      assert.notInclude(seen, form)
      assert.notInclude(await allText(mirrorDir), form)
      assert.notInclude(said.join('\n'), form)
    }
    assert.isTrue(server.requests.some(({ authorization }) => authorization !== undefined))
  })

  test('a wrong token, no token and no repository are told apart', async ({ assert, cleanup }) => {
    const { server } = await served(cleanup)
    const remote = server.remote('remote.git')
    const wrong = await errorOf(probeRemote({ remote, credential: { kind: 'token', token: 'wrong-token' } }))
    assert.equal(wrong.code, 'auth')
    assert.include(wrong.message, 'refused the credential')
    assert.notInclude(wrong.message + wrong.stderr, 'wrong-token')
    const none = await errorOf(probeRemote({ remote, credential: null }))
    assert.equal(none.code, 'auth')
    assert.include(none.message, 'asks for a token')
    assert.equal(await codeOf(probeRemote({ remote: server.remote('other.git'), credential })), 'not_found')
    assert.equal(
      await codeOf(probeRemote({ remote, credential: { kind: 'token', token: 'a\nhost=evil' } })),
      'auth'
    )
  })

  test('a token that may not write ends as a rejection', async ({ assert, cleanup }) => {
    const { server, mirrorDir } = await served(cleanup)
    const remote = server.remote('remote.git')
    const { commit } = await fetchMirror({ remote, credential, mirrorDir })
    server.readOnly = true
    const outcome = await pushBranch({ remote, credential, mirrorDir, branch: 'x', commit })
    assert.containsSubset(outcome, { kind: 'rejected', reason: 'auth' })
  })

  test('a redirect to another host is not followed and that host never sees the token', async ({
    assert,
    cleanup,
  }) => {
    const { server, root } = await served(cleanup)
    const evil = await serveGit(cleanup, { root, token: 'something' })
    server.redirectTo = (url) => `${new URL(evil.remote('x').url).origin}${url}`
    const error = await errorOf(probeRemote({ remote: server.remote('remote.git'), credential }))
    assert.equal(error.code, 'not_found')
    assert.include(error.message, 'at another address')
    assert.isEmpty(evil.requests)
  })

  test('an address without its ending is found where the server redirects to it', async ({
    assert,
    cleanup,
  }) => {
    const { server, head, mirrorDir } = await served(cleanup)
    server.redirectTo = (url) => (url.startsWith('/remote/') ? url.replace('/remote/', '/remote.git/') : null)
    assert.equal((await fetchMirror({ remote: server.remote('remote'), credential, mirrorDir })).commit, head)
  })

  test('a server that does not answer is unreachable, and waiting for one can be cancelled', async ({
    assert,
    cleanup,
  }) => {
    const { server } = await served(cleanup)
    const remote = server.remote('remote.git')
    server.delayMs = 10_000
    const started = Date.now()
    assert.equal(
      await codeOf(probeRemote({ remote, credential, signal: AbortSignal.timeout(200) })),
      'cancelled'
    )
    assert.isBelow(Date.now() - started, 8_000)
    assert.notInclude(await commandLines(), remote.url)
    const closed = { ...remote, url: 'http://127.0.0.1:9/x.git' }
    assert.equal(await codeOf(probeRemote({ remote: closed, credential })), 'unreachable')
  })
})
