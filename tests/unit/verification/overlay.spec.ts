import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { writeOverlay } from '#workflows/verification/overlay'

test.group('Overlay', (group) => {
  let root: string
  let outside: string
  group.each.setup(() => {
    root = mkdtempSync(join(tmpdir(), 'overlay-'))
    outside = mkdtempSync(join(tmpdir(), 'overlay-outside-'))
    return () => {
      for (const folder of [root, outside]) rmSync(folder, { recursive: true, force: true })
    }
  })
  const write = (path: string) => writeOverlay(root, [{ path, content: 'new' }])

  test('writes new files and replaces old ones', async ({ assert }) => {
    writeFileSync(join(root, 'old.js'), 'a longer old text')
    await writeOverlay(root, [
      { path: 'old.js', content: 'new' },
      { path: 'deep/er/é.js', content: 'ü' },
    ])
    assert.equal(readFileSync(join(root, 'old.js'), 'utf8'), 'new')
    assert.equal(readFileSync(join(root, 'deep/er/é.js'), 'utf8'), 'ü')
  })

  const outsiders = [
    '/etc/x',
    '../x',
    'a/../../x',
    'a//b',
    './x',
    '',
    'a/',
    '.git/hooks/pre-commit',
    'a/.GIT/config',
    'a\\b',
    'a\u0000b',
  ]

  test('refuses {shown}')
    .with(outsiders.map((path) => ({ path, shown: JSON.stringify(path) })))
    .run(async ({ assert }, { path }) => {
      await assert.rejects(
        () => write(path),
        /^refused to write .*: a path relative to the repository root was expected$/
      )
    })

  test('refuses a list with one bad path before writing any', async ({ assert }) => {
    const files = ['good.js', '../bad.js'].map((path) => ({ path, content: '' }))
    await assert.rejects(() => writeOverlay(root, files))
    assert.isFalse(existsSync(join(root, 'good.js')))
  })

  test('never writes through a link, whichever part of the path it is', async ({ assert }) => {
    writeFileSync(join(outside, 'victim.js'), 'old')
    symlinkSync(outside, join(root, 'folder'))
    symlinkSync(join(outside, 'victim.js'), join(root, 'file.js'))
    symlinkSync(join(outside, 'fresh.js'), join(root, 'dangling.js'))
    mkdirSync(join(root, 'real'))
    symlinkSync('../../', join(root, 'real/up'))
    for (const path of ['folder/victim.js', 'folder/sub/x.js', 'file.js', 'dangling.js', 'real/up/x.js']) {
      await assert.rejects(() => write(path), /not an ordinary folder or file$/)
    }
    assert.equal(readFileSync(join(outside, 'victim.js'), 'utf8'), 'old')
    assert.isFalse(existsSync(join(outside, 'fresh.js')))
    assert.isFalse(existsSync(join(outside, 'sub')))
  })

  test('refuses a folder or a file standing in the way', async ({ assert }) => {
    mkdirSync(join(root, 'a'))
    writeFileSync(join(root, 'b'), '')
    await assert.rejects(() => write('a'))
    await assert.rejects(() => write('b/c.js'))
  })
})
