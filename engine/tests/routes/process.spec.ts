import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { temporaryFolder } from '../support/temporary_folder.ts'

const main = join(import.meta.dirname, '../../src/main.ts')

/** The engine as a process, with these variables and no others. */
function start(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

test.group('engine process', () => {
  test('a malformed variable stops the start with its name and what was expected', async ({ assert }) => {
    const child = start({ ENGINE_PORT: 'many', OPENAI_BASE_URL: 'https://secret.example/api' })
    const [said, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')])
    assert.equal(code, 1)
    assert.include(said, 'ENGINE_PORT must be a port number')
    assert.include(said, 'OPENAI_BASE_URL must end in /v1')
    assert.notInclude(said, 'secret.example')
  })

  test('a taken port is one sentence that says what to do', async ({ assert, ...context }) => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    context.test.cleanup(() => void taken.close())
    const { port } = Object(taken.address())
    const child = start({ ENGINE_PORT: String(port), ENGINE_DATA_DIR: await temporaryFolder(context) })
    const [said, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')])
    assert.equal(code, 1)
    assert.equal(said.trim().split('\n').length, 1)
    assert.include(said, 'set ENGINE_PORT')
  })

  test('it logs JSON lines, answers on loopback and ends on SIGTERM', async ({ assert, ...context }) => {
    const child = start({ ENGINE_PORT: '0', ENGINE_DATA_DIR: await temporaryFolder(context) })
    context.test.cleanup(() => void child.kill('SIGKILL'))
    const [line] = await once(child.stdout!, 'data')
    const { url, models } = JSON.parse(String(line))
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/)
    assert.include(models, 'OPENAI_API_KEY')
    assert.equal((await fetch(`${url}/health/live`)).status, 200)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    assert.equal(code, 0)
  })
})
