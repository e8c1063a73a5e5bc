import { randomUUID } from 'node:crypto'
import { access, mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { repositoryOf, usedOf } from '#projects/git/mirror_layout'
import { keepMirrorsWithin } from '#projects/services/mirror_budget'
import { withSettings } from '#tests/support/hosts/settings'
import { scratch } from '#tests/unit/projects/git_fixture'

const HOUR = 3600 * 1000

test.group('The disk that mirrors take', (group) => {
  let root: string
  group.each.setup(async (test) => {
    root = await scratch((work) => test.cleanup(work))
    return withSettings({ DATA_DIR: root })
  })

  /** A mirror of so many bytes that was last asked for so many hours ago. */
  async function mirror(teamId: string, bytes: number, hours: number) {
    const dir = join(root, 'mirrors', teamId, randomUUID())
    await mkdir(repositoryOf(dir), { recursive: true })
    await writeFile(join(repositoryOf(dir), 'pack'), Buffer.alloc(bytes))
    await writeFile(usedOf(dir), '')
    const at = new Date(Date.now() - hours * HOUR)
    await utimes(usedOf(dir), at, at)
    return dir
  }

  const isThere = (dir: string) =>
    access(repositoryOf(dir)).then(
      () => true,
      () => false
    )

  test('stays within its budget: the largest team gives what it has not used for longest', async ({
    assert,
  }) => {
    const [large, small] = [randomUUID(), randomUUID()]
    const oldOfSmall = await mirror(small, 100, 100)
    const oldest = await mirror(large, 400, 50)
    const newer = await mirror(large, 400, 10)
    const inUse = await mirror(large, 400, 1)
    const bounds = { maxBytes: 950, idleMs: 6 * HOUR }
    assert.equal(await keepMirrorsWithin(bounds), 1)
    assert.deepEqual(await Promise.all([oldOfSmall, oldest, newer, inUse].map(isThere)), [
      true,
      false,
      true,
      true,
    ])
    assert.equal(await keepMirrorsWithin(bounds), 0)
  })

  test('never takes away what may be in use', async ({ assert }) => {
    const team = randomUUID()
    const dirs = [await mirror(team, 500, 1), await mirror(team, 500, 2)]
    assert.equal(await keepMirrorsWithin({ maxBytes: 10, idleMs: 6 * HOUR }), 0)
    assert.deepEqual(await Promise.all(dirs.map(isThere)), [true, true])
  })

  test('is nothing to do where there is none', async ({ assert }) => {
    await rm(join(root, 'mirrors'), { recursive: true, force: true })
    assert.equal(await keepMirrorsWithin({ maxBytes: 0 }), 0)
  })
})
