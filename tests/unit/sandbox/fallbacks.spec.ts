import { spawn } from 'node:child_process'
import { chmod, copyFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { BubblewrapSandbox } from '#workflows/sandbox/bubblewrap/bubblewrap_sandbox'
import { inspectHost } from '#workflows/sandbox/bubblewrap/host'
import type { UserReport } from '../../fixtures/sandbox_user.js'
import { hostileFiles, mebibyte, runHostile } from './hostile_run.js'

test.group('Sandbox: without control groups', () => {
  const withoutGroups = async () =>
    new BubblewrapSandbox({ ...(await inspectHost()), memoryGroups: null, processGroups: null })

  for (const hostile of ['fill_memory.mjs', 'fill_memory_together.sh']) {
    test(`the watchdog stops ${hostile}`, async ({ assert }) => {
      const limits = { memoryBytes: 256 * mebibyte }
      const { result, strays } = await runHostile(hostile, [], { sandbox: await withoutGroups(), limits })
      assert.equal(result.stoppedBy?.sentence, 'stopped: memory limit 256 MiB')
      assert.deepEqual(strays, [])
    }).timeout(20_000)
  }

  test('the limit of an unprivileged user and the watchdog stop a fork bomb', async ({ assert }) => {
    const options = { sandbox: await withoutGroups(), limits: { processes: 64 } }
    const { result, strays } = await runHostile('fork_bomb.sh', [], options)
    assert.equal(result.stoppedBy?.sentence, 'stopped: process limit 64')
    assert.deepEqual(strays, [])
  }).timeout(20_000)
})

test.group('Sandbox: for a user who is not root', () => {
  test('the same walls stand and the same limits hold', async ({ assert, cleanup }) => {
    const open = await mkdtemp(join(tmpdir(), 'agentops-user-'))
    cleanup(() => rm(open, { recursive: true }))
    await chmod(open, 0o755)
    // The project may lie where only root can read.
    await cp(hostileFiles, join(open, 'hostile'), { recursive: true })
    await copyFile(process.execPath, join(open, 'node'))

    const script = fileURLToPath(new URL('../../fixtures/sandbox_user.ts', import.meta.url))
    const user = spawn(process.execPath, ['--import=@poppinss/ts-exec', script, open], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const report = JSON.parse(await text(user.stdout)) as UserReport

    if (report.refused && process.getuid?.() === 0) {
      // A container that lets only root make namespaces: then another user must be told the remedy.
      return assert.match(
        report.refused,
        /^bubblewrap is installed but does not work here .*: (run|start) .*"\.$/
      )
    }
    assert.notEqual(report.hostUser, 0)
    assert.equal(report.user, '1000\n')
    assert.equal(report.holes, 'done\n')
    assert.match(report.environmentOfProcess1, /^PATH=\S+\n$/)
    assert.deepEqual(report.endings, {
      'fork_bomb.sh': 'processes',
      'fill_memory.mjs': 'memoryBytes',
      'fill_disk.sh': 'diskBytes',
      'leave_daemon.sh': 'exit 0',
    })
    assert.deepEqual(report.strays, [])
  }).timeout(40_000)
})
