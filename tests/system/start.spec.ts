import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { BrowserSession } from '#tests/support/system/browser_session'
import { Installation, type InstallationOptions } from '#tests/support/system/installation'
import { until } from '#tests/support/system/until'

const visible = (output: string) => output.replaceAll(/\x1b\[[0-9;]*m/g, '').trim()
const sentencesOf = (output: string) => visible(output).split('\n').filter(Boolean)

/** Starts what must refuse to start, and answers with what it said last. */
async function refused(options: InstallationOptions) {
  const product = await Installation.prepare(options)
  const code = await product.launch()
  return { product, code, said: sentencesOf(product.output).at(-1)! }
}

test.group('npm start | refuses with one sentence', (group) => {
  let dataDir = ''
  group.each.setup(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'agentops-system-'))
    return () => rmSync(dataDir, { recursive: true, force: true })
  })

  test('when the port is taken, with nothing half-started', async ({ assert }) => {
    const product = await Installation.prepare({ dataDir })
    const other = createServer().listen(product.port, '127.0.0.1')
    await once(other, 'listening')
    const code = await product.launch()
    other.close()
    assert.equal(code, 1)
    assert.include(
      product.output,
      `Port ${product.port} on 127.0.0.1 is already in use. Stop the other program, or`
    )
    assert.lengthOf(sentencesOf(product.output), 1)
    assert.deepEqual(product.processes(), [])
    assert.deepEqual(readdirSync(dataDir), [])
  })

  test('when the Redis that is named does not answer', async ({ assert }) => {
    const { code, said, product } = await refused({ dataDir, env: { REDIS_URL: 'redis://127.0.0.1:1' } })
    assert.equal(code, 1)
    assert.equal(
      said,
      'REDIS_URL names 127.0.0.1:1, where no Redis answers (ECONNREFUSED). Start it, or leave REDIS_URL out.'
    )
    assert.deepEqual(product.processes(), [])
  })

  test('when the data folder cannot be written', async ({ assert }) => {
    const file = join(dataDir, 'a-file')
    writeFileSync(file, '')
    const { code, product, said } = await refused({ dataDir: file })
    assert.equal(code, 1)
    assert.match(said, /^The data folder .*a-file cannot be written .* set DATA_DIR to another folder\.$/)
    assert.lengthOf(sentencesOf(product.output), 1)
  })

  for (const [variable, value, expected] of [
    ['PORT', 'abc', 'PORT must be a port number from 1 to 65535'],
    ['ENGINE_PORT', '99999', 'ENGINE_PORT must be a port number from 1 to 65535'],
    ['HOST', '203.0.113.7', 'HOST must be an address of this machine'],
    ['APP_KEY', 'short', 'APP_KEY must be at least 16 characters'],
    ['APP_KEY_PREVIOUS', 'short', 'APP_KEY_PREVIOUS must be keys of at least 16 characters'],
    ['APP_URL', 'nowhere', 'APP_URL must be a valid URL'],
    ['DATABASE_URL', 'mysql://host/db', 'DATABASE_URL must be an address such as postgres:'],
    ['REDIS_URL', 'localhost', 'REDIS_URL must be an address such as redis:'],
    ['GITLAB_URL', 'gitlab.example.com', 'GITLAB_URL must be an address such as https://gitlab.com'],
    ['GITHUB_APP_ID', 'agentops', 'GITHUB_APP_ID must be the number that GitHub shows'],
    ['GITHUB_APP_PRIVATE_KEY', 'nonsense', 'GITHUB_APP_PRIVATE_KEY must be the .pem file'],
    ['GITHUB_WEBHOOK_SECRET', 'short', 'GITHUB_WEBHOOK_SECRET must be at least 16 characters'],
    ['SANDBOX_DRIVER', 'chroot', 'SANDBOX_DRIVER must be one of'],
    ['OPENAI_BASE_URL', 'ftp://models', 'OPENAI_BASE_URL must be an http(s) address'],
  ] as const) {
    test(`when ${variable} is malformed`, async ({ assert }) => {
      const { code, product, said } = await refused({ dataDir, env: { [variable]: value } })
      assert.equal(code, 1)
      assert.include(said, expected)
      assert.lengthOf(sentencesOf(product.output), 1, product.output)
      assert.deepEqual(product.processes(), [])
      assert.isFalse(existsSync(join(dataDir, 'instance.pid')))
    })
  }

  test('when the database that is named does not answer', async ({ assert }) => {
    const { code, said, product } = await refused({
      dataDir,
      env: { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' },
    })
    assert.equal(code, 1)
    assert.match(said, /^The database could not be prepared: .*ECONNREFUSED.* Check that DATABASE_URL/)
    assert.deepEqual(product.processes(), [])
  })
})

test.group('npm start', (group) => {
  let product: Installation
  group.setup(async () => {
    product = await Installation.prepare()
    return () => product.dispose()
  })

  test('ends at once and in order when it is interrupted on its way up', async ({ assert }) => {
    const ended = product.launch()
    await until('the database', () =>
      product.processes().some(({ command }) => command.includes('postgres -D'))
    )
    await product.interrupt()
    assert.equal(await ended, 0, product.output)
    assert.deepEqual(product.processes(), [])
    assert.isFalse(existsSync(join(product.dataDir, 'instance.pid')))
  })

  test('goes on where it was interrupted, and says where everything is', async ({ assert }) => {
    await product.start()
    const { email, password } = product.demo()
    const said = visible(product.output)
    for (const fact of [`http://localhost:${product.port}`, email, password, product.dataDir])
      assert.include(said, fact)
    assert.isTrue(
      said.split('\n').some((line) => /^worker\s+/.test(line)),
      'lines carry the name of their process'
    )
  })

  test('lets commands be run beside it, and not without it', async ({ assert }) => {
    const { email } = product.demo()
    const added = await product.command('operator:add', email)
    assert.equal(added.code, 0, added.output)
    const elsewhere = await Installation.prepare({ dataDir: join(product.dataDir, 'other') })
    const refused = await elsewhere.command('operator:add', email)
    assert.equal(refused.code, 1)
    assert.include(visible(refused.output), 'Start it with npm start, then run the command beside it.')
  })

  test('refuses a second instance on the same data and leaves the first one alone', async ({ assert }) => {
    const { code, said, product: second } = await refused({ dataDir: product.dataDir })
    assert.equal(code, 1)
    assert.include(
      said,
      `AgentOps is already running on ${product.dataDir} (process ${product.supervisor}). Stop it first`
    )
    assert.lengthOf(sentencesOf(second.output), 1)
    assert.equal((await fetch(`${product.url}/health/ready`)).status, 200)
  })

  test('ends everything in order within seconds on Ctrl-C, while a page is open', async ({ assert }) => {
    const session = await BrowserSession.signIn(product.url, product.demo())
    const page = await session.request(`/live/teams/${(await product.query('select id from teams'))[0].id}`)
    assert.equal(page.status, 200)
    const asked = Date.now()
    assert.equal(await product.interrupt(), 0)
    assert.isBelow(Date.now() - asked, 30_000, 'the open page held it up')
    assert.deepEqual(product.processes(), [])
    assert.isFalse(existsSync(join(product.dataDir, 'instance.pid')))
    await page.body?.cancel().catch(() => {})
  })

  test('comes up again with its data', async ({ assert }) => {
    await product.start()
    const session = await BrowserSession.signIn(product.url, product.demo())
    assert.equal((await session.request('/workflows')).status, 200)
    const workflows = await product.query('select 1 from workflows')
    assert.lengthOf(workflows, 1, 'the demo workflow, once')
  })

  test('ends what a killed supervisor has left behind and that does not end by itself', async ({
    assert,
  }) => {
    const left = product.signal('worker', 'SIGSTOP')
    await product.killSupervisor()
    await product.start()
    assert.notInclude(
      product.processes().map(({ pid }) => pid),
      left
    )
    assert.equal((await fetch(`${product.url}/health/ready`)).status, 200)
  })

  test('is not fooled by the number of a process that is another one now', async ({ assert }) => {
    await product.killSupervisor()
    writeFileSync(join(product.dataDir, 'instance.pid'), `${process.pid} 1`)
    await product.start()
    assert.equal((await fetch(`${product.url}/health/ready`)).status, 200)
    assert.equal(await product.interrupt('SIGTERM'), 0)
    assert.deepEqual(product.processes(), [])
  })
})

test.group('npm run dev', (group) => {
  let product: Installation
  group.setup(async () => {
    product = await Installation.prepare({ args: ['--dev'] })
    return () => product.dispose()
  })

  test('serves pages from source and leaves no process behind', async ({ assert }) => {
    await product.start()
    assert.include(await (await fetch(`${product.url}/login`)).text(), '/@vite/client')
    assert.equal(await product.interrupt(), 0)
    assert.deepEqual(product.processes(), [])
  })

  test('takes its processes with it when it is killed', async ({ assert }) => {
    await product.start()
    await product.killSupervisor()
    await until(
      'only the database is left',
      () => product.processes().every(({ command }) => command.includes('postgres')),
      10_000
    )
    assert.include(
      product
        .processes()
        .map(({ command }) => command)
        .join(),
      'postgres -D'
    )
  })
})
