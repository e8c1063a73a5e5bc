import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { pathsOf } from '../../contract/graph/code_graph.ts'
import { allOf, lastOf, testEngine } from '../support/engine.ts'
import { tarballOf } from '../support/tarball.ts'
import { temporaryFolder } from '../support/temporary_folder.ts'

test.group('snapshot upload', () => {
  test('an archive is stored under its digest and can be asked for', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const { id, gzipped } = await tarballOf({ 'src/a.ts': 'export const a = 1\n' })
    assert.equal((await engine.call('HEAD', `/v1/snapshots/${id}`)).status, 404)
    assert.equal((await engine.call('PUT', `/v1/snapshots/${id}`, { body: gzipped })).status, 201)
    assert.equal((await engine.call('HEAD', `/v1/snapshots/${id}`)).status, 200)
    const { analysis } = lastOf(await engine.events('/v1/analyze', { snapshot: id }), 'analysis')
    assert.deepEqual(pathsOf(analysis.graph), ['src/a.ts'])
  })

  test('an archive made by git is understood', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const folder = await temporaryFolder(context)
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: folder, env: { PATH: process.env.PATH, HOME: folder } })
    const longName = `src/${'folder/'.repeat(20)}file.ts`
    await mkdir(dirname(join(folder, longName)), { recursive: true })
    await writeFile(join(folder, longName), 'export const a = 1\n')
    git('init', '-q')
    git('add', '.')
    git('-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '-q', '-m', 'first')
    const tar = git('archive', 'HEAD')
    const id = `sha256:${createHash('sha256').update(tar).digest('hex')}`
    const response = await engine.call('PUT', `/v1/snapshots/${id}`, { body: Buffer.from(gzipSync(tar)) })
    assert.equal(response.status, 201)
    const { analysis } = lastOf(await engine.events('/v1/analyze', { snapshot: id }), 'analysis')
    assert.deepEqual(pathsOf(analysis.graph), [longName])
  })

  test('sending the same archive twice is harmless', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const { id, gzipped } = await tarballOf({ 'a.ts': 'export {}\n' })
    const both = [1, 2].map(() => engine.call('PUT', `/v1/snapshots/${id}`, { body: gzipped }))
    assert.deepEqual(
      (await Promise.all(both)).map(({ status }) => status),
      [201, 201]
    )
    lastOf(await engine.events('/v1/analyze', { snapshot: id }), 'analysis')
  })

  test('a content that is not the named one is refused and not kept', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const { gzipped } = await tarballOf({ 'a.ts': 'one' })
    const { id } = await tarballOf({ 'a.ts': 'two' })
    const response = await engine.call('PUT', `/v1/snapshots/${id}`, { body: gzipped })
    assert.equal(response.status, 422)
    assert.include(await response.text(), 'another digest')
    assert.equal((await engine.call('HEAD', `/v1/snapshots/${id}`)).status, 404)
  })

  test('another team neither reads nor sees a snapshot', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const id = await engine.upload({ 'a.ts': 'export {}' })
    const token = await engine.keys.token({ team: 'team-2' })
    assert.equal((await engine.call('HEAD', `/v1/snapshots/${id}`, { token })).status, 404)
    const body = JSON.stringify({ snapshot: id })
    const stream = await (await engine.call('POST', '/v1/analyze', { token, body })).text()
    assert.include(stream, '"code":"snapshot_missing"')
    assert.notInclude(stream, 'a.ts')
  })

  test('a name that is not a digest is a bad request', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const response = await engine.call('PUT', '/v1/snapshots/..%2F..%2Fetc', { body: 'x' })
    assert.equal(response.status, 400)
  })

  test('a call about a snapshot that is not there says so in one event', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const events = await engine.events('/v1/analyze', { snapshot: `sha256:${'0'.repeat(64)}` })
    assert.lengthOf(events, 1)
    assert.equal(lastOf(events, 'failed').code, 'snapshot_missing')
    assert.isEmpty(allOf(events, 'analysis'))
  })
})
