import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { runCommand, runHostile, workspace } from './hostile_run.js'

const canary = 'canary-7d1f'

test.group('Sandbox: secrets', (group) => {
  group.each.setup(() => {
    process.env.SANDBOX_TEST_SECRET = canary
    return () => {
      delete process.env.SANDBOX_TEST_SECRET
    }
  })

  test('nothing readable holds a secret of the worker, neither files nor /proc', async ({ assert }) => {
    const { folder, remove } = await workspace()
    const home = await mkdtemp(join(homedir(), '.sandbox-test-'))
    const data = join(folder, '../.data')
    await mkdir(data)
    for (const place of [home, data]) await writeFile(join(place, canary), canary)

    const { result, stdout } = await runHostile('search_canary.mjs', [], { workdir: folder })
    await Promise.all([rm(home, { recursive: true }), remove()])

    const seen = JSON.parse(stdout) as { found: string[]; readable: number }
    assert.equal(result.exitCode, 0)
    assert.isAbove(seen.readable, 50)
    assert.deepEqual(seen.found, [])
  }).timeout(20_000)

  test('the search finds a secret that was handed over', async ({ assert }) => {
    const { stdout } = await runHostile('search_canary.mjs', [], { env: { GIVEN: canary } })
    assert.isNotEmpty((JSON.parse(stdout) as { found: string[] }).found)
  }).timeout(20_000)

  test('process 1 keeps its environment to itself and has nothing to tell', async ({ assert }) => {
    const { stdout, stderr } = await runCommand(['sh', '-c', 'tr "\\0" "\\n" < /proc/1/environ'])
    assert.notInclude(stdout + stderr, canary)
    assert.notInclude(stdout, 'HOME=')
  })

  test('the environment is the short list and what the run adds', async ({ assert }) => {
    const { stdout } = await runCommand(['env'], { env: { EXTRA: `it's "quoted" $HOME \n2nd` } })
    const names = [...stdout.matchAll(/^([A-Za-z_]+)=/gm)].map(([, name]) => name!).sort()
    const expected = 'CI EXTRA HOME LANG LOGNAME PATH PWD RUN_MARK SHELL TERM TMPDIR USER'.split(' ')
    const npm = ['npm_config_fund', 'npm_config_offline', 'npm_config_update_notifier']
    assert.deepEqual(names, [...expected, ...npm])
    assert.include(stdout, `EXTRA=it's "quoted" $HOME \n2nd\n`)
  })

  test('only the system and the workspace are visible', async ({ assert }) => {
    const { stdout } = await runCommand(['sh', '-c', 'ls -A /; ls -A /home /home/sandbox /tmp /run'])
    const allowed = /^(bin|dev|etc|home|lib\w*|opt|proc|run|sandbox|sbin|tmp|usr|workspace|\/\S+:|)$/
    assert.deepEqual(
      stdout.split('\n').filter((line) => !allowed.test(line)),
      []
    )
  })
})
