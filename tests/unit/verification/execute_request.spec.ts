import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExecutionRequest, executionResult } from '@agentops/engine/contract'
import { test } from '@japa/runner'
import type { Sandbox } from '#workflows/sandbox/contract'
import { executeRequest } from '#workflows/verification/verify'
import { Checkouts, limits, project, realSandbox } from './checkout_fixture.js'

test.group('Execute a request of the engine | in the real sandbox', (group) => {
  let sandbox: Sandbox
  let checkouts: Checkouts
  let dir: string
  group.setup(async () => {
    sandbox = await realSandbox()
  })
  group.each.setup(() => {
    checkouts = new Checkouts()
    dir = checkouts.create(project)
    return () => checkouts.remove()
  })
  group.each.timeout(60_000)

  const execute = (request: Partial<ExecutionRequest>, signal?: AbortSignal) =>
    executeRequest({
      sandbox,
      dir,
      limits,
      signal,
      request: {
        id: 'probe-1',
        reason: 'to see what it does',
        argv: ['node', 'probe.ts'],
        overlay: [],
        env: {},
        coverage: false,
        timeoutMs: 30_000,
        ...request,
      },
    })
  const probe = {
    path: 'probe.ts',
    content: "import { sign } from './src/calc.ts'\nconsole.log(sign(-1), process.env.COLOUR)\n",
  }

  test('runs the overlay over the checkout and answers in the contract', async ({ assert }) => {
    const result = await execute({ overlay: [probe], env: { COLOUR: 'blue' }, coverage: true })
    assert.deepEqual(executionResult.parse(result), result)
    assert.deepInclude(result, { id: 'probe-1', exitCode: 0, stoppedBy: null, stdout: 'minus blue\n' })
    assert.deepInclude(
      result.coverage?.find(({ path }) => path === 'src/calc.ts'),
      { covered: [4, 5] }
    )
    assert.isUndefined(result.coverage?.find(({ path }) => path === 'src/unused.ts'))
  })

  test('collects no coverage unless asked', async ({ assert }) => {
    assert.isNull((await execute({ overlay: [probe] })).coverage)
  })

  test('answers a failure, with both streams', async ({ assert }) => {
    const content = "console.log('out'); console.error('err'); process.exit(3)"
    const result = await execute({ overlay: [{ path: 'probe.ts', content }] })
    assert.deepInclude(result, { exitCode: 3, stdout: 'out\n', stderr: 'err\n' })
  })

  test('its own timeout stops it', async ({ assert }) => {
    const result = await execute({ argv: ['sleep', '30'], timeoutMs: 700 })
    assert.isNull(result.exitCode)
    assert.match(result.stoppedBy ?? '', /^stopped: /)
  })

  test('output is bounded and says what is left out', async ({ assert }) => {
    const content = "process.stdout.write('first' + 'x'.repeat(3_000_000) + 'last')"
    const { stdout } = await execute({ overlay: [{ path: 'probe.ts', content }] })
    assert.isBelow(stdout.length, 1_000_100)
    assert.match(stdout, /^firstx+\n… 2000009 characters left out …\nx+last$/)
  })

  test('an overlay that leaves the checkout runs nothing', async ({ assert }) => {
    const overlay = [{ path: '../outside.ts', content: '' }]
    await assert.rejects(() => execute({ overlay, argv: ['touch', 'ran'] }), /refused to write/)
    assert.isFalse(existsSync(join(dir, 'ran')))
    assert.equal(readFileSync(join(dir, 'src/unused.ts'), 'utf8'), project['src/unused.ts'])
  })

  test('an abort stops it', async ({ assert }) => {
    const started = performance.now()
    const result = await execute({ argv: ['sleep', '30'] }, AbortSignal.timeout(500))
    assert.isNotNull(result.stoppedBy)
    assert.isBelow(performance.now() - started, 25_000)
  })
})
