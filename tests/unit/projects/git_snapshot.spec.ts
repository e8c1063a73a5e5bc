import { createHash } from 'node:crypto'
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { extract } from 'tar-stream'
import { fetchMirror } from '#projects/git/mirror'
import { snapshotsOf } from '#projects/git/mirror_layout'
import { buildSnapshot } from '#projects/git/snapshot'
import { makeRemote, scratch } from '#tests/unit/projects/git_fixture'

async function mirrored(root: string, files: Parameters<typeof makeRemote>[1]) {
  const made = await makeRemote(root, files)
  const { commit } = await fetchMirror({ ...made, credential: null })
  return { mirrorDir: made.mirrorDir, commit }
}

async function read(tar: Buffer) {
  const entries: { name: string; text: string; mode?: number; mtime?: number; uid?: number }[] = []
  const reader = extract()
  reader.end(tar)
  for await (const entry of reader) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    const { name, mode, mtime, uid } = entry.header
    entries.push({ name, text: Buffer.concat(chunks).toString(), mode, mtime: mtime?.getTime(), uid })
  }
  return entries
}

const files = {
  'src/a.ts': 'export const a = 1\r\n',
  'src/ü 日本.ts': 'x',
  'new\nline': 'y',
  [`${'deep/'.repeat(40)}file.ts`]: 'deep',
  'run.sh': { executable: '#!/bin/sh\n' },
  empty: '',
}

test.group('Snapshot', (group) => {
  group.each.timeout(30_000)

  test('the archive holds the text files, in order, and its id is the digest of the tar', async ({
    assert,
    cleanup,
  }) => {
    const snapshot = await buildSnapshot(await mirrored(await scratch(cleanup), files))
    const tar = gunzipSync(await readFile(snapshot.file))
    assert.equal(snapshot.id, `sha256:${createHash('sha256').update(tar).digest('hex')}`)
    const entries = await read(tar)
    assert.deepEqual(
      entries.map(({ name }) => name),
      [`${'deep/'.repeat(40)}file.ts`, 'empty', 'run.sh', 'src/a.ts', 'src/ü 日本.ts']
    )
    assert.isTrue(entries.every(({ mtime, uid }) => mtime === 0 && uid === 0))
    assert.equal(entries.find(({ name }) => name === 'run.sh')?.mode, 0o755)
    assert.equal(entries.find(({ name }) => name === 'src/a.ts')?.text, 'export const a = 1\r\n')
    assert.equal(snapshot.files, 5)
    // The engine takes no archive with such a name in it.
    assert.deepEqual(
      snapshot.leftOut.map(({ path }) => path),
      ['new\nline']
    )
  })

  test('the same files give the same id from another repository', async ({ assert, cleanup }) => {
    const one = await buildSnapshot(await mirrored(await scratch(cleanup), files))
    const two = await buildSnapshot(await mirrored(await scratch(cleanup), files))
    const other = await buildSnapshot(await mirrored(await scratch(cleanup), { ...files, more: '1' }))
    assert.notEqual(one.file, two.file)
    assert.equal(one.id, two.id)
    assert.notEqual(one.id, other.id)
  })

  test('what is left out is listed with the reason', async ({ assert, cleanup }) => {
    const { mirrorDir, commit } = await mirrored(await scratch(cleanup), {
      'a.ts': 'a',
      binary: Buffer.from([1, 0, 2]),
      'latin1.txt': Buffer.from('caf\xe9', 'latin1'),
      'large.txt': 'x'.repeat(2 ** 20 + 1),
      link: { link: 'a.ts' },
    })
    const { leftOut, files: count, bytes } = await buildSnapshot({ mirrorDir, commit })
    assert.deepEqual(leftOut, [
      { path: 'binary', why: 'not UTF-8 text' },
      { path: 'large.txt', why: 'larger than 1048576 bytes' },
      { path: 'latin1.txt', why: 'not UTF-8 text' },
      { path: 'link', why: 'symbolic link' },
    ])
    assert.deepEqual([count, bytes], [1, 1])
  })

  test('the whole is bounded, in the order of paths', async ({ assert, cleanup }) => {
    const { mirrorDir, commit } = await mirrored(await scratch(cleanup), { a: '12345', b: '12345', c: '1' })
    const { leftOut, files: count } = await buildSnapshot({ mirrorDir, commit, maxBytes: 6 })
    assert.deepEqual(leftOut, [{ path: 'b', why: 'snapshot limit of 6 bytes reached' }])
    assert.equal(count, 2)
  })

  test('it is made once, made again when its file is gone, and old ones are removed', async ({
    assert,
    cleanup,
  }) => {
    const input = await mirrored(await scratch(cleanup), files)
    const first = await buildSnapshot(input)
    assert.deepEqual(await buildSnapshot(input), first)
    await rm(first.file)
    const old = join(snapshotsOf(input.mirrorDir), 'old.tar.gz')
    await writeFile(old, '')
    const longAgo = new Date(Date.now() - 30 * 24 * 3600 * 1000)
    await utimes(old, longAgo, longAgo)
    assert.deepEqual(await buildSnapshot(input), first)
    assert.lengthOf(await readdir(snapshotsOf(input.mirrorDir)), 2)
  })
})
