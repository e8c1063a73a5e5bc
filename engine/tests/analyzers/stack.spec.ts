import { test } from '@japa/runner'
import { stack } from '../../contract/analysis.ts'
import { detectStack } from '../../src/analyzers/stack.ts'
import { snapshotFromFiles } from '../../src/snapshots/snapshot.ts'

test.group('stack', () => {
  test('languages are counted without what is built or vendored', ({ assert }) => {
    const { languages } = detectStack(
      snapshotFromFiles({
        'a.ts': 'x'.repeat(10),
        'b.tsx': 'x',
        'c.py': 'xx',
        'dist/d.ts': 'xxx',
        LICENSE: 'x',
      })
    )
    assert.deepEqual(languages, [
      { name: 'TypeScript', files: 2, bytes: 11 },
      { name: 'Python', files: 1, bytes: 2 },
    ])
  })

  test('frameworks come with their reason')
    .with([
      ['AdonisJS', '@adonisjs/core'],
      ['Express', 'express'],
      ['Fastify', 'fastify'],
      ['Koa', 'koa'],
      ['Hono', 'hono'],
      ['NestJS', '@nestjs/core'],
      ['Next.js', 'next'],
    ])
    .run(({ assert }, [name, dependency]) => {
      const snapshot = snapshotFromFiles({
        'package.json': JSON.stringify({ dependencies: { [dependency!]: '1' } }),
      })
      assert.deepEqual(detectStack(snapshot).frameworks, [
        { name, reason: `package.json depends on ${dependency}` },
      ])
    })

  test('Laravel is found in composer.json', ({ assert }) => {
    const found = detectStack(
      snapshotFromFiles({ 'composer.json': '{"require":{"laravel/framework":"^12"}}' })
    )
    assert.deepEqual(found.frameworks, [
      { name: 'Laravel', reason: 'composer.json requires laravel/framework' },
    ])
    assert.equal(found.packageManager, 'composer')
  })

  test('{files} installs with {command}')
    .with([
      { files: ['package.json', 'package-lock.json'], manager: 'npm', command: 'npm ci' },
      {
        files: ['package.json', 'pnpm-lock.yaml'],
        manager: 'pnpm',
        command: 'pnpm install --frozen-lockfile',
      },
      { files: ['pyproject.toml', 'uv.lock'], manager: 'uv', command: 'uv sync --frozen' },
      {
        files: ['pyproject.toml', 'poetry.lock'],
        manager: 'poetry',
        command: 'poetry install --no-interaction',
      },
      { files: ['go.mod'], manager: 'go', command: 'go mod download' },
      { files: ['Cargo.toml'], manager: 'cargo', command: 'cargo fetch' },
    ])
    .run(({ assert }, { files, manager, command }) => {
      const found = detectStack(snapshotFromFiles(Object.fromEntries(files.map((file) => [file, '{}']))))
      assert.equal(found.packageManager, manager)
      assert.equal(found.install?.command, command)
    })

  test('a package.json without a lockfile installs with npm when it names {what}')
    .with([
      { what: 'a dependency', manifest: { devDependencies: { tsx: '4' } } },
      { what: 'an optional dependency', manifest: { optionalDependencies: { fsevents: '2' } } },
      { what: 'a peer', manifest: { peerDependencies: { react: '19' } } },
      { what: 'workspaces', manifest: { workspaces: ['packages/*'] } },
      { what: 'a script of the installation', manifest: { scripts: { prepare: 'node build.js' } } },
    ])
    .run(({ assert }, { manifest }) => {
      const found = detectStack(snapshotFromFiles({ 'package.json': JSON.stringify(manifest) }))
      assert.equal(found.install?.command, 'npm install')
    })

  test('a package.json that names nothing to install needs no installation', ({ assert }) => {
    const manifest = { name: 'lone', dependencies: {}, scripts: { test: 'node --test' } }
    const found = detectStack(snapshotFromFiles({ 'package.json': JSON.stringify(manifest) }))
    assert.equal(found.packageManager, 'npm')
    assert.isNull(found.install)
  })

  test('a broken package.json is left to npm to complain about', ({ assert }) => {
    const found = detectStack(snapshotFromFiles({ 'package.json': '{' }))
    assert.equal(found.install?.command, 'npm install')
  })

  test('the packageManager field wins over a stray lockfile', ({ assert }) => {
    const files = { 'package.json': '{"packageManager":"pnpm@10.1.0"}', 'package-lock.json': '{}' }
    const found = detectStack(snapshotFromFiles(files))
    assert.equal(found.packageManager, 'pnpm')
    assert.equal(found.install?.command, 'pnpm install')
  })

  test('an empty repository has an empty, valid stack', ({ assert }) => {
    const found = detectStack(snapshotFromFiles({}))
    assert.deepEqual(
      found,
      stack.parse({ languages: [], frameworks: [], packageManager: null, test: null, install: null })
    )
  })
})
