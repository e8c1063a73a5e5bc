import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import env from '#start/env'
import { anApiUser } from '#tests/support/api'
import { runningSystem } from '#tests/support/running_system'
import { until } from '#tests/support/system/until'
import { aSampleProject, aTeam } from '#tests/support/team'

const program = app.makePath('cli/agentops.mjs')
const url = `http://${env.get('HOST')}:${env.get('PORT')}`

interface Terminal {
  cwd: string
  env: NodeJS.ProcessEnv
}

/** A person's terminal: a folder to stand in, a home of its own, and nothing of this process's environment. */
async function aTerminal(more: NodeJS.ProcessEnv = {}): Promise<Terminal & { close: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'agentops-terminal-'))
  const variables = {
    PATH: process.env.PATH,
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    NO_COLOR: '1',
  }
  return {
    cwd: home,
    env: { ...variables, ...more },
    close: () => rm(home, { recursive: true, force: true }),
  }
}

function start({ cwd, env: variables }: Terminal, args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { cwd, env: variables })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (said.out += chunk))
  child.stderr.on('data', (chunk) => (said.err += chunk))
  return { child, said }
}

async function run(terminal: Terminal, ...args: string[]) {
  const { child, said } = start(terminal, args)
  const [code] = await once(child, 'close')
  return { code: code as number, ...said }
}

const clone = (remote: string, into: string) =>
  execFileSync('git', ['clone', '-q', remote, into], { stdio: 'ignore' })

test.group('The command line', (group) => {
  group.setup(runningSystem)

  test('runs a task from a checkout, streams it, and applies the verified change', async ({
    assert,
    cleanup,
  }) => {
    const user = await anApiUser()
    const { remote } = await aSampleProject(user)
    const terminal = await aTerminal({ AGENTOPS_URL: url, AGENTOPS_TOKEN: user.token })
    cleanup(terminal.close)
    const cwd = join(terminal.cwd, 'checkout')
    clone(remote, cwd)
    const here = { ...terminal, cwd }
    const { code, out, err } = await run(here, 'run', 'remove unused imports and dead exports', '--apply')
    assert.equal(code, 0, out + err)
    assert.match(out, /generate: succeeded[\s\S]*test: succeeded[\s\S]*verified/)
    assert.include(out, 'branch feature/ia-task-1')
    const changed = execFileSync('git', ['status', '--porcelain'], { cwd }).toString()
    assert.isNotEmpty(changed, out + err)
    const [, id] = /^#1 (\S+)/.exec(out)!
    assert.include((await run(here, 'diff', id!)).out, 'diff --git')
    assert.include((await run(here, 'diff', id!, '--mail')).out, 'AgentOps-Workflow:')
    assert.isNotEmpty((await run(here, 'logs', id!, '--step', 'test')).out, 'the log')
    assert.include((await run(here, 'list')).out, `${id}  #1  verified`)
    assert.equal((await run(here, 'watch', id!)).code, 0)
  })

  test('is a server of the Model Context Protocol on stdin and stdout', async ({ assert, cleanup }) => {
    const user = await anApiUser()
    await aSampleProject(user)
    const terminal = await aTerminal({ AGENTOPS_URL: url, AGENTOPS_TOKEN: user.token })
    cleanup(terminal.close)
    const client = new Client({ name: 'test', version: '1' })
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [program, 'mcp'],
        env: terminal.env as Record<string, string>,
      }) as never
    )
    cleanup(() => client.close())
    const { tools } = await client.listTools()
    assert.includeMembers(
      tools.map(({ name }) => name),
      ['start_workflow', 'who_calls']
    )
    const listed = await client.callTool({ name: 'list_projects', arguments: {} })
    assert.include(JSON.stringify(listed.content), 'duration-kit')
  })

  test('signs in by way of the browser, keeps its tokens to itself, and gives them back', async ({
    client,
    assert,
    cleanup,
  }) => {
    const team = await aTeam()
    const terminal = await aTerminal()
    cleanup(terminal.close)
    const { child, said } = start(terminal, ['login', '--url', url, '--no-browser'])
    const question = await until('the address', () => /http\S+authorize\S+/.exec(said.out)?.[0])
    const { pathname, searchParams } = new URL(question)
    const allowed = await client
      .post(pathname)
      .qs(Object.fromEntries(searchParams))
      .loginAs(team.user)
      .withSession({ confirmed_at: Date.now() })
      .withCsrfToken()
      .withInertia()
      .form({ decision: 'allow' })
    await fetch(allowed.header('x-inertia-location')!)
    const [code] = await once(child, 'close')
    assert.equal(code, 0, said.err)
    const path = join(terminal.env.XDG_CONFIG_HOME!, 'agentops', 'credentials.json')
    assert.equal(statSync(path).mode & 0o777, 0o600)
    assert.equal((await run(terminal, 'projects')).code, 0)
    const { accessToken } = JSON.parse(readFileSync(path, 'utf8'))
    assert.equal((await run(terminal, 'logout')).code, 0)
    assert.isFalse(existsSync(path))
    const answer = await client.get('/api/me').header('authorization', `Bearer ${accessToken}`)
    answer.assertStatus(401)
    assert.match((await run(terminal, 'projects')).err, /not signed in/)
  })

  test('signs in with a pasted address, with a token, and survives a reader that leaves', async ({
    client,
    assert,
    cleanup,
  }) => {
    const user = await anApiUser()
    const terminal = await aTerminal()
    cleanup(terminal.close)
    const { child, said } = start(terminal, ['login', '--url', url, '--no-browser'])
    const question = await until('the address', () => /http\S+authorize\S+/.exec(said.out)?.[0])
    const { pathname, searchParams } = new URL(question)
    const allowed = await client
      .post(pathname)
      .qs(Object.fromEntries(searchParams))
      .loginAs(user.user)
      .withSession({ confirmed_at: Date.now() })
      .withCsrfToken()
      .withInertia()
      .form({ decision: 'allow' })
    child.stdin.write(`http://nowhere.test/\n${allowed.header('x-inertia-location')}\n`)
    const [code] = await once(child, 'close')
    assert.equal(code, 0, said.err)
    assert.include(said.err, 'not the address')
    assert.equal((await run(terminal, 'projects')).code, 0)

    const other = await aTerminal()
    cleanup(other.close)
    const signIn = async (token: string) => {
      const { child } = start(other, ['login', '--url', url, '--with-token'])
      child.stdin.end(token)
      return (await once(child, 'close'))[0]
    }
    assert.equal(await signIn('agentops_wrong'), 1)
    assert.equal(await signIn(user.token), 0)
    const leaving = start(other, ['projects', '--json'])
    leaving.child.stdout.destroy()
    assert.equal((await once(leaving.child, 'close'))[0], 0, leaving.said.err)
  })

  test('says what to do when something is missing or wrong', async ({ assert, cleanup }) => {
    const user = await anApiUser()
    const terminal = await aTerminal({ AGENTOPS_URL: url, AGENTOPS_TOKEN: user.token })
    cleanup(terminal.close)
    const nowhere = await run(terminal, 'run', 'x')
    assert.equal(nowhere.code, 1)
    assert.match(nowhere.err, /--project/)
    const unknown = await run(terminal, 'watch', crypto.randomUUID())
    assert.equal(unknown.code, 1)
    assert.isNotEmpty(unknown.err)
    assert.notMatch(unknown.err, /\n\s+at /)
    const closed = { ...terminal, env: { ...terminal.env, AGENTOPS_URL: 'http://127.0.0.1:9' } }
    assert.match((await run(closed, 'projects')).err, /cannot be reached/)
  })
})
