import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import { withLock } from '#projects/git/lock'
import { codeOf, scratch } from '#tests/unit/projects/git_fixture'

async function deadPid(): Promise<number> {
  const child = spawn('true')
  await new Promise((resolve) => child.once('close', resolve))
  return child.pid!
}

test.group('Lock of a mirror', (group) => {
  group.each.timeout(30_000)

  test('calls take turns and leave nothing behind', async ({ assert, cleanup }) => {
    const file = join(await scratch(cleanup), 'sub', 'lock')
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await pause(5)
      inside--
    }
    await Promise.all(Array.from({ length: 8 }, () => withLock(file, work)))
    assert.equal(most, 1)
    assert.isFalse(existsSync(file))
  })

  test('work that throws gives the lock back', async ({ assert, cleanup }) => {
    const file = join(await scratch(cleanup), 'lock')
    await assert.rejects(() => withLock(file, () => Promise.reject(new Error('boom'))), 'boom')
    assert.equal(await withLock(file, async () => 1), 1)
  })

  test('the lock of a process that is gone is taken over, once', async ({ assert, cleanup }) => {
    const file = join(await scratch(cleanup), 'lock')
    await writeFile(file, JSON.stringify({ pid: await deadPid(), host: hostname(), token: 'old' }))
    let inside = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 6 }, () =>
        withLock(file, async () => {
          most = Math.max(most, ++inside)
          await pause(5)
          inside--
        })
      )
    )
    assert.equal(most, 1)
  })

  test('an earlier process with our own number does not hold us up', async ({ assert, cleanup }) => {
    const file = join(await scratch(cleanup), 'lock')
    await writeFile(file, JSON.stringify({ pid: process.pid, host: hostname(), token: 'before the restart' }))
    assert.equal(await withLock(file, async () => 1), 1)
  })

  test('the lock of a living process elsewhere is waited for until it goes silent', async ({
    assert,
    cleanup,
  }) => {
    const file = join(await scratch(cleanup), 'lock')
    await writeFile(file, JSON.stringify({ pid: 1, host: 'another-machine', token: 'theirs' }))
    assert.equal(await codeOf(withLock(file, async () => 1, AbortSignal.timeout(150))), 'cancelled')
    assert.include(await readFile(file, 'utf8'), 'theirs')
    const longAgo = new Date(Date.now() - 120_000)
    await utimes(file, longAgo, longAgo)
    assert.equal(await withLock(file, async () => 1), 1)
  })
})
