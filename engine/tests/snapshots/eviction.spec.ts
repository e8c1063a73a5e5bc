import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { snapshotLimits } from '../../src/snapshots/limits.ts'
import { SnapshotStore } from '../../src/snapshots/store.ts'
import { tarballOf } from '../support/tarball.ts'
import { temporaryFolder } from '../support/temporary_folder.ts'

test.group('kept snapshots', () => {
  test('the least recently used go first when a team is over its limit', async ({ assert, ...context }) => {
    const store = new SnapshotStore(await temporaryFolder(context), { ...snapshotLimits, teamBytes: 25_000 })
    await store.prepare()
    const put = async (team: string, name: string) => {
      const { id, gzipped } = await tarballOf({ [name]: name.repeat(10_000) })
      await store.put(team, id, Readable.from([gzipped]))
      await sleep(15)
      return id
    }
    const [a, b] = [await put('one', 'a'), await put('one', 'b')]
    const other = await put('two', 'a')
    await store.use('one', a, async () => sleep(15))
    const c = await put('one', 'c')
    assert.deepEqual(await Promise.all([a, b, c].map((id) => store.has('one', id))), [true, false, true])
    assert.isTrue(await store.has('two', other))
  })

  test('a snapshot in use stays', async ({ assert, ...context }) => {
    const store = new SnapshotStore(await temporaryFolder(context), { ...snapshotLimits, teamBytes: 5_000 })
    await store.prepare()
    const first = await tarballOf({ 'a.txt': 'first' })
    const second = await tarballOf({ 'a.txt': 'second' })
    await store.put('one', first.id, Readable.from([first.gzipped]))
    const text = await store.use('one', first.id, async (snapshot) => {
      await store.put('one', second.id, Readable.from([second.gzipped]))
      return snapshot.read('a.txt')
    })
    assert.equal(text, 'first')
  })

  test('those that nobody has used lately go', async ({ assert, ...context }) => {
    const folder = await temporaryFolder(context)
    const store = new SnapshotStore(folder, { ...snapshotLimits, unusedMs: 60_000 })
    await store.prepare()
    const { id, gzipped } = await tarballOf({ 'a.txt': 'a' })
    for (const team of ['gone', 'busy', 'fresh']) await store.put(team, id, Readable.from([gzipped]))
    const longAgo = new Date(Date.now() - 120_000)
    for (const team of await readdir(join(folder, 'snapshots')))
      for (const name of await readdir(join(folder, 'snapshots', team)))
        await utimes(join(folder, 'snapshots', team, name), longAgo, longAgo)
    await store.use('fresh', id, async () => undefined)
    await store.use('busy', id, async (_snapshot, used) => {
      await utimes(used, longAgo, longAgo)
      await store.forgetUnused()
    })
    assert.deepEqual(await Promise.all(['gone', 'busy', 'fresh'].map((team) => store.has(team, id))), [
      false,
      true,
      true,
    ])
  })

  test('text is read as text, binary files are known but not read', async ({ assert, ...context }) => {
    const store = new SnapshotStore(await temporaryFolder(context), snapshotLimits)
    await store.prepare()
    const { id, gzipped } = await tarballOf({ 'b.bin': 'a\0b', 'a.txt': 'grüße' })
    await store.put('one', id, Readable.from([gzipped]))
    await store.use('one', id, async (snapshot) => {
      assert.deepEqual([...snapshot.paths], ['a.txt', 'b.bin'])
      assert.equal(snapshot.read('a.txt'), 'grüße')
      assert.equal(snapshot.size('a.txt'), 7)
      assert.isTrue(snapshot.has('b.bin'))
      assert.isUndefined(snapshot.read('b.bin'))
      assert.isUndefined(snapshot.read('missing'))
    })
  })
})
