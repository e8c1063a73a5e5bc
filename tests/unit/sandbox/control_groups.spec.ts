import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { Cgroup } from '#workflows/sandbox/bubblewrap/cgroup'
import { possibleParents } from '#workflows/sandbox/bubblewrap/cgroup_hierarchy'
import { findCgroupParent } from '#workflows/sandbox/bubblewrap/cgroup_probe'
import { mebibyte, runCommand } from './hostile_run.js'

test.group('Sandbox: control groups', () => {
  test('a folder that is no control group takes no limit, of either version', async ({ assert, cleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'agentops-cgroup-'))
    cleanup(() => rm(folder, { recursive: true }))
    for (const version of [1, 2] as const) {
      for (const controller of ['memory', 'pids'] as const) {
        await assert.rejects(() => Cgroup.create({ controller, version, folder }, 64 * mebibyte))
      }
    }
    assert.deepEqual(await readdir(folder), [])
  })

  test('a parent is believed only when a process has been found in its group', async ({ assert }) => {
    for (const controller of ['memory', 'pids'] as const) {
      const parent = await findCgroupParent(controller)
      const candidates = await possibleParents(controller)
      assert.isTrue(parent === null || candidates.some(({ folder }) => folder === parent.folder))
      if (parent)
        assert.isFalse((await readdir(parent.folder)).some((name) => name.includes(`${process.pid}-`)))
    }
  })

  test('a run leaves no group behind', async ({ assert }) => {
    await runCommand(['true'])
    for (const controller of ['memory', 'pids'] as const) {
      for (const { folder } of await possibleParents(controller)) {
        const own = (await readdir(folder)).filter((name) =>
          name.startsWith(`agentops-sandbox-${process.pid}-`)
        )
        assert.deepEqual(own, [])
      }
    }
  })
})
