import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { snapshotLimits } from '../../src/snapshots/limits.ts'
import { SnapshotStore } from '../../src/snapshots/store.ts'
import { testEngine } from '../support/engine.ts'
import { tarball, tarballOf } from '../support/tarball.ts'
import { temporaryFolder } from '../support/temporary_folder.ts'

test.group('hostile archives', () => {
  test('{label} is refused')
    .with([
      {
        label: 'a path out of the folder',
        entries: [{ name: '../evil', content: 'x' }],
        says: 'leaves the repository',
      },
      {
        label: 'a path that goes down and out',
        entries: [{ name: 'a/../../evil', content: 'x' }],
        says: 'leaves the repository',
      },
      { label: 'an absolute path', entries: [{ name: '/tmp/evil', content: 'x' }], says: 'absolute' },
      { label: 'a Windows path', entries: [{ name: 'a\\..\\evil', content: 'x' }], says: 'backslash' },
      { label: 'a file in .git', entries: [{ name: '.GIT/hooks/pre-commit', content: 'x' }], says: '.git' },
      {
        label: 'a control character in a path',
        entries: [{ name: 'a\u0007b', content: 'x' }],
        says: 'control characters',
      },
      {
        label: 'a link to the outside',
        entries: [{ name: 'a', type: 'symlink', linkname: '/etc/passwd' }],
        says: 'symbolic link',
      },
      {
        label: 'a link upwards',
        entries: [{ name: 'a/b', type: 'symlink', linkname: '../../x' }],
        says: 'symbolic link',
      },
      {
        label: 'a hard link',
        entries: [{ name: 'a', type: 'link', linkname: 'b' }],
        says: 'contains a link',
      },
      {
        label: 'a device',
        entries: [{ name: 'a', type: 'character-device', devmajor: 1, devminor: 3 }],
        says: 'character-device',
      },
      { label: 'a named pipe', entries: [{ name: 'a', type: 'fifo' }], says: 'fifo' },
      {
        label: 'a path that comes twice',
        entries: [
          { name: 'a', content: '1' },
          { name: 'a', content: '2' },
        ],
        says: 'same path',
      },
      {
        label: 'a file used as a folder',
        entries: [
          { name: 'a', content: '1' },
          { name: 'a/b', content: '2' },
        ],
        says: 'same path',
      },
    ] as const)
    .run(async ({ assert, ...context }, { entries, says }) => {
      const engine = await testEngine(context)
      const { id, gzipped } = await tarball([...entries])
      const response = await engine.call('PUT', `/v1/snapshots/${id}`, { body: gzipped })
      assert.equal(response.status, 422)
      assert.include(await response.text(), says)
      assert.equal((await engine.call('HEAD', `/v1/snapshots/${id}`)).status, 404)
      assert.isEmpty(await readdir(join(engine.dataDir, 'incoming')))
    })

  test('something that is no archive is refused', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const { id } = await tarballOf({ a: 'x' })
    for (const body of [
      Buffer.from('plain text'),
      Buffer.from(gzipSync('not a tar, but long enough to look at'.repeat(40))),
    ]) {
      assert.equal((await engine.call('PUT', `/v1/snapshots/${id}`, { body })).status, 422)
    }
  })

  test('a broken-off archive is refused', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const { id, gzipped } = await tarballOf({ a: 'x'.repeat(50_000) })
    const body = gzipped.subarray(0, gzipped.length - 20)
    assert.equal((await engine.call('PUT', `/v1/snapshots/${id}`, { body })).status, 422)
  })

  test('links that stay inside are left out and nothing is read through them', async ({
    assert,
    ...context
  }) => {
    const engine = await testEngine(context)
    const { id, gzipped } = await tarball([
      { name: 'AGENTS.md', content: 'text' },
      { name: 'CLAUDE.md', type: 'symlink', linkname: 'AGENTS.md' },
    ])
    assert.equal((await engine.call('PUT', `/v1/snapshots/${id}`, { body: gzipped })).status, 201)
    const events = await engine.events('/v1/analyze', { snapshot: id })
    assert.notInclude(JSON.stringify(events), 'CLAUDE.md')
  })

  test('a bomb is stopped at the limit, not after it', async ({ assert, ...context }) => {
    const folder = await temporaryFolder(context)
    const store = new SnapshotStore(folder, { ...snapshotLimits, uncompressedBytes: 1024 * 1024 })
    await store.prepare()
    const { id, gzipped } = await tarball([{ name: 'zeros', content: Buffer.alloc(8 * 1024 * 1024) }])
    assert.isBelow(gzipped.length, 20_000)
    await assert.rejects(() => store.put('team', id, Readable.from([gzipped])), /unpacks to more/)
  })

  test('an archive with too many entries is stopped', async ({ assert, ...context }) => {
    const folder = await temporaryFolder(context)
    const store = new SnapshotStore(folder, { ...snapshotLimits, entries: 10 })
    await store.prepare()
    const { id, gzipped } = await tarballOf(
      Object.fromEntries([...Array(11).keys()].map((n) => [`f${n}`, '']))
    )
    await assert.rejects(() => store.put('team', id, Readable.from([gzipped])), /more than 10 entries/)
  })
})
