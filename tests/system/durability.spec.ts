import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { assertWhole, logLines, RESUMED } from '#tests/support/system/assert_whole'
import { openScene, type Scene } from '#tests/support/system/clock_workflows'
import { LiveViewer } from '#tests/support/system/live_viewer'
import { taskForModel } from '#tests/support/system/model_server'
import { descendantsOf, isRunning } from '#tests/support/system/processes'
import { readRecord, untilFinished, untilRunning } from '#tests/support/system/record'
import { until } from '#tests/support/system/until'

const engineSteps = ['analyze', 'plan', 'generate'] as const

/** Starts a workflow per step and lets each come to the engine in that step, where it is held. */
async function heldInEngine(scene: Scene, prefix: string, steps: readonly (typeof engineSteps)[number][]) {
  return Promise.all(
    steps.map(async (step) => {
      const name = `${prefix}-${step}`
      const { id, hold } = await scene.gate.whileShut(async () => {
        const id = await scene.run(name)
        return { id, hold: scene.gate.hold(id, `/v1/${step}`) }
      })
      await until(`${name} held`, () => hold.arrived)
      return { name, id, hold }
    })
  )
}

/** A workflow that has been told what writing its change has cost, and not what the change is. */
async function paid({ gate, run }: Scene, name: string) {
  const { id, hold } = await gate.whileShut(async () => {
    const id = await run(name, taskForModel)
    return { id, hold: gate.hold(id, '/v1/generate', 'paid') }
  })
  await until(`${name} paid`, () => hold.arrived)
  return { name, id, hold }
}

/** A workflow whose tests are running in the sandbox. */
async function inSandbox(scene: Scene, name: string) {
  const id = await scene.run(name)
  await untilRunning(scene.product, id, 'test')
  const worker = scene.product.pidOf('worker')!
  await until(`${name} in the sandbox`, () =>
    descendantsOf(worker).some(({ command }) => command.includes('node --test'))
  )
  return { name, id }
}

test.group('Killed with SIGKILL', (group) => {
  let scene: Scene
  group.setup(async () => {
    scene = await openScene()
    return () => scene.close()
  })

  test('the worker, in every step', async ({ assert }) => {
    const { product, host } = scene
    const held = await heldInEngine(scene, 'worker', engineSteps)
    const publishing = await Promise.all(
      (['before', 'after'] as const).map(async (moment) => {
        const name = `worker-publish-${moment}`
        const push = host.neverAnswer(name, moment)
        return { name, id: await scene.run(name), push }
      })
    )
    await until('both pushes', () => publishing.every(({ push }) => push.arrived))
    const payer = await paid(scene, 'worker-paid')
    await until('the ledger knows', async () => (await readRecord(product, payer.id)).usage.length === 2)
    const testing = await inSandbox(scene, 'worker-test')

    const pid = product.pidOf('worker')!
    const below = descendantsOf(pid)
    const leftBehind = join(product.dataDir, 'tmp/worker/left-behind')
    writeFileSync(leftBehind, '')
    product.signal('worker', 'SIGKILL')
    for (const { hold } of held) hold.release()
    assert.isAbove(below.length, 2)
    await until('its sandboxes ended with it', () => !below.some((each) => isRunning(each.pid)), 10_000)

    const all = [...held, ...publishing, payer, testing]
    await Promise.all(all.map(({ id }) => untilFinished(product, id)))
    for (const { name, id } of all) await assertWhole(assert, product, host, name, id)
    const resumed = await Promise.all(all.map(async ({ id }) => logLines(await readRecord(product, id))))
    for (const lines of resumed)
      assert.lengthOf(
        lines.filter(({ text }) => text.startsWith(RESUMED)),
        1
      )
    const after = logLines(await readRecord(product, publishing[1]!.id))
    assert.isTrue(after.some(({ text }) => text.includes('is already there at that commit')))
    const { usage } = await readRecord(product, payer.id)
    assert.equal(usage.length, scene.model.calls(), 'every call that was paid is in the ledger once')
    const workspaces = () => readdirSync(join(product.dataDir, 'workspaces'))
    assert.lengthOf(workspaces(), 1, 'the folder of the worker that runs now')
    assert.isFalse(existsSync(leftBehind))
  })

  test('the engine, while it is asked', async ({ assert }) => {
    const { product, host } = scene
    const held = await heldInEngine(scene, 'engine', engineSteps)
    product.signal('engine', 'SIGSTOP')
    for (const { hold } of held) hold.release()
    await until('the engine has the calls', async () => scene.gate.onItsWay >= held.length)
    product.signal('engine', 'SIGKILL')

    await Promise.all(held.map(({ id }) => untilFinished(product, id)))
    for (const { name, id } of held) {
      const record = await assertWhole(assert, product, host, name, id)
      assert.isTrue(
        record.steps.every(({ claims }) => claims === 1),
        `${name}: no step was started over`
      )
    }
  })

  test('PostgreSQL, while a change is written and while tests run', async ({ assert }) => {
    const { product, host } = scene
    const [generating] = await heldInEngine(scene, 'postgres', ['generate'])
    const testing = await inSandbox(scene, 'postgres-test')
    product.signal('postgres', 'SIGKILL')
    generating!.hold.release()

    for (const { name, id } of [generating!, testing]) {
      await untilFinished(product, id)
      await assertWhole(assert, product, host, name, id)
    }
  })

  test('the web process, while somebody watches', async ({ assert }) => {
    const { product, host, session } = scene
    const [watched] = await heldInEngine(scene, 'web', ['plan'])
    const viewer = new LiveViewer(session, watched!.id)
    await viewer.connect()
    product.signal('web', 'SIGKILL')
    watched!.hold.release()
    await until('the connection broke', () => viewer.broken)
    await untilFinished(product, watched!.id)
    await until('web answers again', () =>
      session.request('/health/live').then(
        ({ ok }) => ok,
        () => false
      )
    )
    await viewer.connect()

    const { events } = await assertWhole(assert, product, host, watched!.name, watched!.id)
    await until('the viewer has seen the end', () => viewer.seen.length >= events.length)
    assert.deepEqual(
      viewer.seen,
      events.map(({ seq }) => seq)
    )
    viewer.close()
  })

  test('the supervisor: its processes end by themselves, and the next start goes on', async ({ assert }) => {
    const { product, host } = scene
    const [generating] = await heldInEngine(scene, 'supervisor', ['generate'])
    const testing = await inSandbox(scene, 'supervisor-test')
    const database = product.pidOf('postgres')!
    await product.killSupervisor()
    generating!.hold.release()
    await product.start()

    assert.isFalse(isRunning(database), 'the orphaned database was taken over')
    for (const { name, id } of [generating!, testing]) {
      await untilFinished(product, id)
      await assertWhole(assert, product, host, name, id)
    }
    const parts = product
      .processes()
      .filter(({ command }) => /main\.ts|server\.js|ace\.js worker|postgres -D/.test(command))
    assert.lengthOf(parts, 4, parts.map(({ command }) => command).join('\n'))
  })

  test('a worker that was only frozen, and finds its step done by another, writes nothing more', async ({
    assert,
  }) => {
    const { product, host } = scene
    const { name, id } = await inSandbox(scene, 'frozen-test')
    const frozen = product.signal('worker', 'SIGSTOP')
    const second = product.startSecondWorker()
    await untilFinished(product, id)
    const before = await readRecord(product, id)
    process.kill(frozen, 'SIGCONT')
    const next = await scene.run('frozen-after')
    await untilFinished(product, next)

    const after = await assertWhole(assert, product, host, name, id)
    assert.deepEqual(after.events, before.events)
    await assertWhole(assert, product, host, 'frozen-after', next)
    second.kill('SIGTERM')
    await once(second, 'exit')
  })
})
